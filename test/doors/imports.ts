const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm;

/** Every import of a source text, with its line. */
export function importsOf(text: string): { name: string; line: number }[] {
  return [...text.matchAll(IMPORT)].map((match) => ({
    name: (match[1] ?? match[2] ?? match[3])!,
    line: text.slice(0, match.index + match[0].length).split('\n').length,
  }));
}
