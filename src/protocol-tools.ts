/**
 * The tools that language models call, as people see them. What models are told of them is beside this, in
 * `protocol-tool-schemas.ts`: the extension has it in its manifest and does not load it.
 */

export const TOOL_NAMES = ['check_entente_agreements', 'get_entente_availability', 'explain_entente_cell', 'compare_entente_agreements'] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** For people, without markup. */
export interface ToolLabel {
  readonly name: ToolName;
  /** What it is called, what it does, and what is shown while it runs. */
  readonly title: string;
  readonly summary: string;
  readonly progress: string;
  /** The name after `#` in a prompt. */
  readonly reference: string;
  /** A codicon. */
  readonly icon: string;
}

/** What a client asks of the server: the input is as the model wrote it, `limit` is in characters. */
export interface ToolParams { readonly name: string; readonly input: unknown; readonly limit?: number | undefined }
export interface ToolText { readonly text: string }

/** What a tool answers: words for the model, and the same as data that fits the tool's `output`. */
export interface ToolAnswer extends ToolText { readonly data: Readonly<Record<string, unknown>> }

/** Characters of an answer: what is asked for where nothing else is said, and the bounds of what may be asked for. */
export const ANSWER_SIZE = { usual: 24_000, least: 1_000, most: 100_000 } as const;

export const TOOL_LABELS: readonly ToolLabel[] = [
  {
    name: 'check_entente_agreements', title: 'Check Agreements', reference: 'ententeCheck', icon: '$(checklist)', progress: 'Checking agreements',
    summary: 'Lists conflicts, mistakes and open questions in partnership agreements.',
  },
  {
    name: 'get_entente_availability', title: 'Get Availability', reference: 'ententeAvailability', icon: '$(table)', progress: 'Computing availability',
    summary: 'Says which product may be served on which cloud on a day, by an agreement file.',
  },
  {
    name: 'explain_entente_cell', title: 'Explain Cell', reference: 'ententeExplain', icon: '$(question)', progress: 'Explaining a cell',
    summary: 'Says why a product may or may not be served on a cloud, and what would change that.',
  },
  {
    name: 'compare_entente_agreements', title: 'Compare Agreements', reference: 'ententeCompare', icon: '$(diff)', progress: 'Comparing agreements',
    summary: 'Says what differs between two agreement files, two days, or two sets of assumptions.',
  },
];
