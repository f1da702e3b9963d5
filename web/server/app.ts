import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { API } from '../contract/index.ts';
import { type ApiOptions, makeApi } from './api.ts';
import { answerTo, notFound, RequestFailure } from './failures.ts';
import { Gate, sameSite, slowGuesses } from './guard.ts';
import { openApi } from './openapi.ts';
import { docsPage, logInPage, PAGE_CSS } from './pages.ts';
import { Prepared } from './prepared.ts';

/** What the server is made of. */
export interface AppOptions extends ApiOptions {
  /** Folder of the built page. */
  readonly page: string;
  /** Without one only this machine is answered. */
  readonly token: string | null;
  readonly patience: Patience;
  readonly log: (line: string) => void;
}

/** Milliseconds a client has. */
export interface Patience {
  /** For its headers. */
  readonly headers: number;
  /** For its whole request. */
  readonly request: number;
  /** Between two requests on one connection. */
  readonly idle: number;
  /** To read anything of a long answer; longer than any answer takes to make. */
  readonly stalled: number;
  /** To read anything of a stream of events that it is behind with; also the time between two signs of life. */
  readonly beat: number;
}

/** How often connections are looked at for clients that have had their time. */
const LOOK_EVERY = 2000;

const MOST_CONNECTIONS = 4000;

/** The server, not yet listening. */
export function makeServer(options: AppOptions): Server {
  const { base, patience } = options;
  const app = express();
  app.disable('x-powered-by').set('etag', false).set('query parser', 'simple');
  // A proxy on this machine says who asks; nobody else is believed.
  app.set('trust proxy', 'loopback');
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.idle,
      connectionsCheckingInterval: Math.min(LOOK_EVERY, patience.headers / 5, patience.request / 5),
    },
    app,
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.timeout = patience.stalled;
  const port = (): number => {
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  };

  app.use(logged(options.log));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: false,
      // With none at all, browsers send forms of this very page as if from nowhere: nobody could log in.
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
  app.use(sameSite(port, options.token));
  const site = siteOf(options);
  if (base !== '/') {
    app.get(base.slice(0, -1), (request, response, next) => {
      if (request.path.endsWith('/')) return next();
      response.redirect(308, base);
    });
    app.use(base, site);
  }
  // A proxy may also take the path off before it asks.
  app.use(site);
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const { status, body, retryAfter } = answerTo(error);
    if (status === 500)
      options.log(`failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (retryAfter > 0) response.setHeader('Retry-After', String(retryAfter));
    response.status(status).json(body);
  });
  return server;
}

/** Everything that is answered, wherever it is mounted. */
function siteOf(options: AppOptions): express.Router {
  const { base, page, token } = options;
  const site = express.Router();
  site.get('/api/pages.css', (_request, response) => {
    response.type('css').send(PAGE_CSS);
  });
  if (token !== null) guardWith(site, new Gate(token, base, () => performance.now()), base);
  let described: Prepared | null = null;
  site.get('/api/openapi.json', (request, response) => {
    described ??= new Prepared(JSON.stringify(openApi()));
    response.type('application/json');
    described.send(request, response);
  });
  site.get('/api/docs', (request, response) => {
    const asked = String(request.query.lang ?? request.acceptsLanguages('en', 'zh') ?? 'en');
    response.type('html').send(docsPage(asked === 'zh' ? 'zh' : 'en', base));
  });
  site.use(API, makeApi(options));
  site.use('/api', () => {
    throw notFound();
  });
  if (existsSync(page)) {
    site.use(
      compression(),
      express.static(page, {
        dotfiles: 'ignore',
        redirect: false,
        setHeaders: (response, path) => {
          const named = /[\\/]assets[\\/]/.test(path);
          response.setHeader('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      }),
    );
  }
  site.use(() => {
    throw notFound();
  });
  return site;
}

/** Asks everyone for the token, pages by a form and programs by a header. */
function guardWith(site: express.Router, gate: Gate, base: string): void {
  site.use(slowGuesses());
  site.get('/login', (_request, response) => {
    response.type('html').send(logInPage(false, base));
  });
  site.post('/login', express.urlencoded({ extended: false, limit: 2000 }), (request, response) => {
    const { token } = (request.body ?? {}) as { token?: unknown };
    if (gate.logIn(String(token ?? ''), response)) response.redirect(303, base);
    else response.status(401).type('html').send(logInPage(true, base));
  });
  site.post('/logout', (request, response) => {
    gate.logOut(request, response);
    response.redirect(303, `${base}login`);
  });
  site.use((request, response, next) => {
    if (gate.admits(request)) return next();
    const visit = request.method === 'GET' && !request.path.startsWith('/api');
    if (visit && request.accepts(['html', 'json']) === 'html') return response.redirect(303, `${base}login`);
    response.setHeader('WWW-Authenticate', 'Bearer');
    throw new RequestFailure(401, 'token-needed', {
      en: 'This server asks for its token.',
      zh: '此服务器需要访问令牌。',
    });
  });
}

/** One line a request: method, kind of path, status, milliseconds. Neither addresses nor ids nor queries. */
function logged(log: (line: string) => void) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const begun = performance.now();
    response.on('finish', () => {
      const path = typeof response.locals.path === 'string' ? response.locals.path : 'page';
      log(`${request.method} ${path} ${response.statusCode} ${(performance.now() - begun).toFixed(0)} ms`);
    });
    next();
  };
}
