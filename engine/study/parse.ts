import { Composer, type CST, type Document, Lexer, type LineCounter, Parser, YAMLParseError } from 'yaml';

/** Words and marks of a file at most: some thirty times what the largest plan has, and what half a second reads. */
export const MOST_LEXEMES = 30_000;

/** Syntax errors looked for; the first is what matters. */
export const MOST_ERRORS = 20;

/**
 * Parses YAML or JSON with bounded work, however the text is made.
 *
 * @returns the document with at most some MOST_ERRORS errors, or null when there are more than MOST_LEXEMES
 * @throws RangeError when it is nested too deep
 */
export function parseBounded(text: string, lines: LineCounter): Document | null {
  let lexemes = 0;
  for (const _ of new Lexer().lex(text)) if (++lexemes > MOST_LEXEMES) return null;
  // Keys written twice are found when a map is read: the parser's own search is quadratic.
  const composer = new Composer({ lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const tokens = upToErrors(new Parser(lines.addNewLine).parse(text));
  let document: Document | null = null;
  for (const one of composer.compose(tokens, true, text.length)) {
    if (document === null) document = one as Document;
    else {
      const [from, to] = one.range;
      document.errors.push(
        new YAMLParseError([from, to], 'MULTIPLE_DOCS', 'Source contains multiple documents'),
      );
      break;
    }
  }
  return document;
}

/** The tokens until there are enough errors among them. */
function* upToErrors(tokens: Iterable<CST.Token>): Generator<CST.Token, void> {
  let errors = 0;
  for (const token of tokens) {
    yield token;
    if (token.type === 'error' && ++errors >= MOST_ERRORS) return;
  }
}
