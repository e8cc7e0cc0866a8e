import type { Drawing } from '../protocol.js';
import * as l10n from './l10n.js';

/** Pixels of a picture for each CSS pixel, where that fits. */
const SCALE = 2;
/** What browsers can still draw: pixels a side, and pixels in all. */
const LONGEST = 16_000;
const MOST = 100_000_000;

/** The picture as a PNG in base 64. Very large pictures are drawn smaller. */
export async function pngOf(svg: string): Promise<Drawing> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(SCALE, LONGEST / width, LONGEST / height, Math.sqrt(MOST / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const [head, data] = canvas.toDataURL('image/png').split(',');
    if (head !== 'data:image/png;base64' || data === undefined || data === '') return { png: null, problem: l10n.t('it is too large') };
    return { png: data, problem: null };
  } catch (error) {
    return { png: null, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    URL.revokeObjectURL(url);
  }
}
