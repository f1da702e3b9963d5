import { isMap, type StudyDocument } from '../study/document.ts';

/**
 * Reads a study's text, YAML or JSON, as an object. What it means is for the engine to say.
 *
 * @throws Error when the text is no map
 */
export async function openText(text: string): Promise<StudyDocument> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { maxAliasCount: 0 } as object);
  const first = document.errors[0];
  if (first !== undefined) throw new Error(first.message.split('\n')[0]!.replace(/:$/, ''));
  const value = document.toJS({ maxAliasCount: 0 }) as StudyDocument;
  if (!isMap(value)) throw new Error('{ … }');
  return value;
}

/** An object as YAML. */
export async function yamlText(value: unknown): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(value, { lineWidth: 100 });
}
