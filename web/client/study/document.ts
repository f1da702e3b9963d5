/** Any value a study file can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A study in the study file's own words: the keys a YAML file would have. */
export type StudyDocument = { readonly [key: string]: Json };

/** Keys and positions from the root of a study. */
export type Path = readonly (string | number)[];

/** Whether a value is a map. */
export function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value at a path, or undefined. */
export function at(value: Json | undefined, path: Path): Json | undefined {
  let here: Json | undefined = value;
  for (const key of path) {
    if (isList(here)) here = typeof key === 'number' ? here[key] : undefined;
    else if (isMap(here)) here = Object.hasOwn(here, String(key)) ? here[String(key)] : undefined;
    else return undefined;
  }
  return here;
}

/**
 * A copy with the value at a path replaced; maps on the way are made. Undefined removes, and maps left empty with it:
 * except inside an alternative, which is one even when it changes nothing yet.
 */
export function withAt<T extends Json>(value: T, path: Path, next: Json | undefined): T {
  const keepEmpty = path[0] === 'alternatives' && path.length > 2;
  return (changed(value, path, next, keepEmpty) ?? {}) as T;
}

function changed(
  value: Json | undefined,
  path: Path,
  next: Json | undefined,
  keepEmpty: boolean,
): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (isList(value) && typeof key === 'number') {
    const inner = changed(value[key], rest, next, keepEmpty);
    const list = [...value];
    if (inner === undefined) list.splice(key, 1);
    else list[key] = inner;
    return list;
  }
  const map: { readonly [key: string]: Json } = isMap(value) ? value : {};
  const name = String(key);
  const inner = changed(Object.hasOwn(map, name) ? map[name] : undefined, rest, next, keepEmpty);
  if (inner !== undefined) return { ...map, [name]: inner };
  const { [name]: _, ...others } = map;
  return Object.keys(others).length === 0 && !keepEmpty ? undefined : others;
}

/** A path as the engine's problems write it: `alternatives.kam.schemes[0]`. */
export function pathText(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}
