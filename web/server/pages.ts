import type { Language } from '../../engine/kernel/format.ts';
import { ENGINE_VERSION } from '../../engine/kernel/version.ts';
import { API } from '../contract/index.ts';
import { ROUTES, type Route } from './routes.ts';

/** Small pages of the server's own: the API's documentation and the log-in form. No scripts. */

/** The style of both; served by itself, because the policy allows none inside a page. */
export const PAGE_CSS = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
code { font: 0.9em ui-monospace, monospace; }
dt { margin-top: 0.8rem; overflow-wrap: anywhere; }
dd { margin: 0; }
.scroll { overflow-x: auto; }
form { display: grid; gap: 0.8rem; max-width: 22rem; }
input, button { font: inherit; padding: 0.5rem; }
.wrong { color: #b3261e; }
@media (prefers-color-scheme: dark) { .wrong { color: #ffb4ab; } }
`;

const WORDS = {
  en: {
    other: '中文',
    engine: `Engine ${ENGINE_VERSION}. A run begun here leaves the same result, to the byte, as <code>schemelab run</code> with the same study. The full description is an <a href="openapi.json">OpenAPI 3.1 document</a>, made from the schemas that requests are checked by.`,
    paths: 'Paths',
    parts: [
      [
        'Refusals',
        'Every answer with a status of 400 or more is <code>{"error": {"code", "message": {"en", "zh"}, "problems"?}}</code>. Problems of a study name the path, line and column, what was found and what was expected. <code>429</code> says by <code>Retry-After</code> when to try again.',
      ],
      [
        'Charts',
        '<code>…/charts</code> of a large run take a while the first time: <code>202</code> with <code>{"share"}</code> says how far they are; ask again.',
      ],
      [
        'Events',
        '<code>…/events</code> sends <code>state</code>, <code>progress</code>, <code>summary</code> (an interim result whose intervals shrink) and <code>done</code>. Send <code>Last-Event-ID</code> to go on after being cut off; <code>204</code> says that nothing is left to hear.',
      ],
    ],
    example: 'An example',
  },
  zh: {
    other: 'English',
    engine: `引擎 ${ENGINE_VERSION}。在此开始的运行与同一研究的 <code>schemelab run</code> 结果逐字节一致。完整说明见 <a href="openapi.json">OpenAPI 3.1 文档</a>，由校验请求的同一套结构生成。`,
    paths: '路径',
    parts: [
      [
        '拒绝',
        '状态 400 及以上的应答均为 <code>{"error": {"code", "message": {"en", "zh"}, "problems"?}}</code>。研究的问题写明路径、行列、发现了什么、应为什么。<code>429</code> 以 <code>Retry-After</code> 说明何时再试。',
      ],
      [
        '图表',
        '大型运行的 <code>…/charts</code> 首次需要片刻：<code>202</code> 与 <code>{"share"}</code> 说明进度，请再次请求。',
      ],
      [
        '事件',
        '<code>…/events</code> 发送 <code>state</code>、<code>progress</code>、<code>summary</code>（区间逐步收窄的中间结果）与 <code>done</code>。中断后带上 <code>Last-Event-ID</code> 继续；<code>204</code> 表示已无事件。',
      ],
    ],
    example: '示例',
  },
} as const;

/** GET /api/docs. @param base path of the page, ending in `/` */
export function docsPage(language: Language, base: string): string {
  const words = WORDS[language];
  const rows = (Object.values(ROUTES) as Route[]).map(
    ({ method, path, summary }) =>
      `<dt><code>${method.toUpperCase()} ${plain(API + path)}</code></dt><dd>${plain(summary[language])}</dd>`,
  );
  const example = `curl -s http://127.0.0.1:8320${API}/runs -H 'Content-Type: application/json' \\\n  -d '{"study": "schemelab: 1\\ncontext: b2b-saas\\nalternatives: {coached: {schemes: [training]}}"}'`;
  const parts = words.parts.map(([title, text]) => `<h2>${title}</h2>\n<p>${text}</p>`);
  const other = language === 'en' ? 'zh' : 'en';
  return page(
    base,
    'Schemelab API',
    language === 'en' ? 'en' : 'zh-CN',
    `<h1>Schemelab API</h1>
<p><a href="?lang=${other}" lang="${other === 'en' ? 'en' : 'zh-CN'}">${words.other}</a></p>
<p>${words.engine}</p>
<h2>${words.paths}</h2>
<dl>${rows.join('')}</dl>
<h2>${words.example}</h2>
<pre class="scroll" tabindex="0"><code>${plain(example)}</code></pre>
${parts.join('\n')}`,
  );
}

/**
 * The log-in form.
 *
 * @param wrong whether the last token was not the right one
 * @param base path of the page, ending in `/`
 */
export function logInPage(wrong: boolean, base: string): string {
  return page(
    base,
    'Schemelab',
    'en',
    `<h1>Schemelab</h1>
<form method="post" action="${base}login"><label for="token">Token <span lang="zh-CN">访问令牌</span></label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
${wrong ? '<p class="wrong" role="alert">That is not the token. <span lang="zh-CN">令牌不正确。</span></p>' : ''}
<button>Open <span lang="zh-CN">打开</span></button></form>
<p>The token is what the server was started with. <span lang="zh-CN">令牌即启动服务器时所设。</span></p>`,
  );
}

function page(base: string, title: string, lang: string, body: string): string {
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${base}api/pages.css"></head><body><main>${body}</main></body></html>
`;
}

function plain(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
