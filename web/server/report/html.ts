/** Text as HTML writes it; a sign stays with its number and a number with its unit at the end of a line. */
export function plain(text: string): string {
  const kept = text.replace(/([−+])(?=[\d¥$€£])/g, '$1\u2060').replace(/(\d) (?=[a-z%万亿])/g, '$1\u00a0');
  return escaped(kept);
}

/** Text as HTML writes it, to the letter. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
