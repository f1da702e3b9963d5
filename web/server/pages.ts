import { ENGINE_VERSION } from '../../engine/kernel/version.ts';
import { API } from '../contract/index.ts';
import { ROUTES, type Route } from './routes.ts';

/** Small pages of the server's own: the API's documentation and the log-in form. No scripts. */

/** The style of both; served by itself, because the policy allows none inside a page. */
export const PAGE_CSS = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
code { font: 0.9em ui-monospace, monospace; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.8rem 0.4rem 0; border-bottom: 1px solid #8886; }
.scroll { overflow-x: auto; }
form { display: grid; gap: 0.8rem; max-width: 22rem; }
input, button { font: inherit; padding: 0.5rem; }
.wrong { color: #b3261e; }
@media (prefers-color-scheme: dark) { .wrong { color: #ffb4ab; } }
`;

/** GET /api/docs. */
export function docsPage(): string {
  const rows = (Object.values(ROUTES) as Route[]).map(
    ({ method, path, summary }) =>
      `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${plain(API + path)}</code></td><td>${plain(summary)}</td></tr>`,
  );
  const example = `curl -s http://127.0.0.1:8320${API}/runs -H 'Content-Type: application/json' \\\n  -d '{"study": "schemelab: 1\\ncontext: b2b-saas\\nalternatives: {coached: {schemes: [training]}}"}'`;
  return page(
    'Schemelab API',
    'en',
    `<h1>Schemelab API</h1>
<p>Engine ${plain(ENGINE_VERSION)}. A run begun here leaves the same result, to the byte, as <code>schemelab run</code> with the same study. The full description is an <a href="/api/openapi.json">OpenAPI 3.1 document</a>, made from the schemas that requests are checked by.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Paths"><table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What it does</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>
<h2>An example</h2>
<pre class="scroll" tabindex="0"><code>${plain(example)}</code></pre>
<h2>Refusals</h2>
<p>Every answer with a status of 400 or more is <code>{"error": {"code", "message": {"en", "zh"}, "problems"?}}</code>. Problems of a study name the path, line and column, what was found and what was expected. <code>429</code> says by <code>Retry-After</code> when to try again.</p>
<h2>Charts</h2>
<p><code>…/charts</code> of a large run take a while the first time: <code>202</code> with <code>{"share"}</code> says how far they are; ask again.</p>
<h2>Events</h2>
<p><code>…/events</code> sends <code>state</code>, <code>progress</code>, <code>summary</code> (an interim result whose intervals shrink) and <code>done</code>. Send <code>Last-Event-ID</code> to go on after being cut off; <code>204</code> says that nothing is left to hear.</p>`,
  );
}

/** The log-in form. @param wrong whether the last token was not the right one */
export function logInPage(wrong: boolean): string {
  return page(
    'Schemelab',
    'en',
    `<h1>Schemelab</h1>
<form method="post" action="/login"><label for="token">Token <span lang="zh-CN">访问令牌</span></label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
${wrong ? '<p class="wrong" role="alert">That is not the token. <span lang="zh-CN">令牌不正确。</span></p>' : ''}
<button>Open <span lang="zh-CN">打开</span></button></form>
<p>The token is what the server was started with. <span lang="zh-CN">令牌即启动服务器时所设。</span></p>`,
  );
}

function page(title: string, lang: string, body: string): string {
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/pages.css"></head><body><main>${body}</main></body></html>
`;
}

function plain(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
