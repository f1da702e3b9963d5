export function buildPage(options?: {
  force?: boolean;
  quiet?: boolean;
  building?: () => void;
}): Promise<void>;
