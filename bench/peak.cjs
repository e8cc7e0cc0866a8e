// Writes the most resident memory that the process had, in bytes, when it ends.
process.on('exit', () => require('node:fs').writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS * 1024)));
