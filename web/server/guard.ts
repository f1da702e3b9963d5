/** Who is let in: hosts, origins, the token, and sessions of people who logged in with it. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { RequestFailure } from './failures.ts';

/** Shortest token taken, in characters. */
export const SHORTEST_TOKEN = 16;

const COOKIE = 'schemelab';

/** Wrong tokens a minute from one address, by form or header: more than a person types, far too few for guessing. */
const MOST_WRONG = 20;

/** How long a session lasts after it was last used, and how many there may be: the one used longest ago gives way. */
const SESSION_MS = 12 * 60 * 60_000;
const MOST_SESSIONS = 1000;

/** Whether an address is this machine's own. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Refuses requests for other hosts, as a page whose name was re-bound to this machine makes them, and requests that
 * change something on behalf of another site. With a token any host may be asked for: a foreign name has no cookie.
 */
export function sameSite(port: () => number, token: string | null): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const host = request.headers.host ?? '';
    const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
    const at = /:(\d+)$/.exec(host)?.[1] ?? '80';
    if (token === null ? !isLoopback(name) || Number(at) !== port() : !/^[\w.:[\]-]{1,255}$/.test(host))
      throw new RequestFailure(403, 'bad-host', {
        en: 'This server answers only under its own address.',
        zh: '本服务器只以自身地址应答。',
      });
    const { origin } = request.headers;
    // Behind a proxy of this machine the browser knows the server by the name that the proxy passes on.
    const names = [host, request.host];
    const foreign =
      origin !== undefined && !names.some((one) => origin === `http://${one}` || origin === `https://${one}`);
    const site = request.headers['sec-fetch-site'];
    const safe = request.method === 'GET' || request.method === 'HEAD';
    // Following a link to the page from elsewhere is no harm; asking the API from elsewhere is.
    const visit = safe && request.headers['sec-fetch-mode'] === 'navigate';
    const crossed = (site === 'cross-site' || site === 'same-site') && !visit;
    if (foreign || crossed)
      throw new RequestFailure(403, 'bad-origin', {
        en: 'Requests from other sites are refused.',
        zh: '拒绝来自其他网站的请求。',
      });
    next();
  };
}

/** Demands JSON of whatever has a body: forms of other sites cannot send it unasked. */
export function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  const length = Number(request.headers['content-length'] ?? 0);
  const body = length > 0 || request.headers['transfer-encoding'] !== undefined;
  if (body && !request.is('application/json'))
    throw new RequestFailure(415, 'not-json', {
      en: 'Send JSON, with Content-Type: application/json.',
      zh: '请以 JSON 发送，并注明 Content-Type: application/json。',
    });
  next();
}

/** Refuses an address that gave too many wrong tokens of late; right ones do not count, and nobody else is kept out. */
export function slowGuesses(): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: MOST_WRONG,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== 401,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      next(
        new RequestFailure(
          429,
          'too-many-attempts',
          { en: 'Too many wrong tokens. Wait a minute.', zh: '令牌错误次数过多，请等一分钟。' },
          60,
        ),
      );
    },
  });
}

/** Lets in whoever has the token: as a bearer, or by the session that logging in with it begins. */
export class Gate {
  readonly #token: Buffer;
  readonly #path: string;
  readonly #now: () => number;
  /** Last use of each session by its id's digest, the one used longest ago first. */
  readonly #sessions = new Map<string, number>();

  /**
   * @param path under which the page lives, ending in `/`: cookies are sent there alone
   * @param now milliseconds of a clock that only goes forward
   */
  constructor(token: string, path: string, now: () => number) {
    this.#token = digest(token, 'token');
    this.#path = path;
    this.#now = now;
  }

  /** Whether a request is let in; a session that is used lasts on. */
  admits(request: Request): boolean {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return this.#isToken(bearer);
    const key = keyOf(request);
    const used = key === null ? undefined : this.#sessions.get(key);
    if (key === null || used === undefined) return false;
    this.#sessions.delete(key);
    if (this.#now() - used > SESSION_MS) return false;
    this.#sessions.set(key, this.#now());
    return true;
  }

  /** Tries a token given by a person; begins a session and sets its cookie when it is right. */
  logIn(token: string, response: Response): boolean {
    if (!this.#isToken(token)) return false;
    const id = randomBytes(24).toString('base64url');
    this.#sessions.set(digest(id, 'session').toString('hex'), this.#now());
    if (this.#sessions.size > MOST_SESSIONS) this.#sessions.delete(this.#sessions.keys().next().value!);
    this.#setCookie(response, id, SESSION_MS);
    return true;
  }

  /** Ends the session of a request, here and in the browser. */
  logOut(request: Request, response: Response): void {
    const key = keyOf(request);
    if (key !== null) this.#sessions.delete(key);
    this.#setCookie(response, '', 0);
  }

  #setCookie(response: Response, value: string, maxAge: number): void {
    response.cookie(COOKIE, value, {
      path: this.#path,
      httpOnly: true,
      sameSite: 'strict',
      secure: response.req.secure,
      maxAge,
    });
  }

  #isToken(given: string): boolean {
    return timingSafeEqual(digest(given, 'token'), this.#token);
  }
}

/** What a request's session is kept under, or null where it names none. */
function keyOf(request: Request): string | null {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  const id = cookies.find((one) => one.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return id === undefined || id === '' ? null : digest(id, 'session').toString('hex');
}

function digest(text: string, purpose: string): Buffer {
  return createHmac('sha256', `schemelab ${purpose}`).update(text).digest();
}
