// A browser that needs no screen: cookies, redirects and forms, over plain HTTP to this machine.
import http from 'node:http';

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text with its character references replaced. */
export function decode(text) {
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, name) => {
    if (name[0] !== '#') return NAMED[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The attributes of a start tag, names in lower case; one without a value is the empty string. */
function attributes(tag) {
  const found = {};
  const inside = tag.replace(/^<[a-z0-9]+/i, '').replace(/\/?>$/, '');
  for (const [, name, double, single, bare] of inside.matchAll(/([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    found[name.toLowerCase()] ??= decode(double ?? single ?? bare ?? '');
  }
  return found;
}

/**
 * The forms of a page: {method, action, fields, controls, offers}. Fields are those a browser would send when nothing is touched,
 * and the first button that has a name; `controls` has the type of every control, sent or not, and `offers` the values of those
 * that let one choose (buttons, radio buttons, select).
 */
export function forms(page) {
  const html = page.body.replace(/<!--[\s\S]*?-->/g, '').replace(/<script\b[\s\S]*?<\/script>/gi, '');
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)].map(([, start, content]) => {
    const form = attributes(start);
    const fields = {}, controls = {}, offers = {};
    let button = null;
    for (const [, tag, text] of content.matchAll(/(<(?:input|button|textarea|select)\b[^>]*>)((?<=<(?:textarea|select)\b[^>]*>)[\s\S]*?(?=<\/(?:textarea|select)\b))?/gi)) {
      const a = attributes(tag);
      const kind = /^<([a-z]+)/i.exec(tag)[1].toLowerCase();
      const type = kind === 'input' ? (a.type ?? 'text').toLowerCase() : kind === 'button' ? (a.type ?? 'submit').toLowerCase() : kind;
      if (!a.name || 'disabled' in a) continue;
      controls[a.name] ??= type;
      if (type === 'select') (offers[a.name] ??= []).push(...options(text ?? '').map((o) => o.value));
      else if (type === 'submit' || type === 'radio') (offers[a.name] ??= []).push(a.value ?? '');
      if (type === 'submit') button ??= [a.name, a.value ?? ''];
      else if (type === 'radio' || type === 'checkbox') { if ('checked' in a) fields[a.name] = a.value ?? 'on'; }
      else if (type === 'textarea') fields[a.name] = decode(text ?? '');
      else if (type === 'select') fields[a.name] = (options(text ?? '').find((o) => o.selected) ?? options(text ?? '')[0])?.value ?? '';
      else if (type !== 'button' && type !== 'reset' && type !== 'image') fields[a.name] = a.value ?? '';
    }
    if (button && !(button[0] in fields)) fields[button[0]] = button[1];
    return { method: (form.method ?? 'get').toUpperCase(), action: new URL(form.action || page.url, page.url).href, fields, controls, offers };
  });
}

function options(content) {
  return [...content.matchAll(/(<option\b[^>]*>)([^<]*)/gi)].map(([, tag, text]) => {
    const a = attributes(tag);
    return { value: a.value ?? decode(text.trim()), selected: 'selected' in a };
  });
}

/** The form that only carries a SAML message on. */
export const samlForm = (page) => forms(page).find((f) => 'SAMLResponse' in f.fields || 'SAMLRequest' in f.fields);

export class Browser {
  /**
   * agent: connections to use again; without one each request has its own. headers: go with every request. trace: gets a line for
   * each request.
   */
  constructor({ agent = false, headers = {}, timeout = 30_000, trace = null } = {}) {
    this.agent = agent;
    this.headers = headers;
    this.timeout = timeout;
    this.trace = trace;
    this.cookies = new Map();
    this.requests = 0;
  }

  // Cookies belong to a host name whatever the port, as in every browser.
  #cookieHeader(host) {
    return [...(this.cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(host, lines = []) {
    const jar = this.cookies.get(host) ?? new Map();
    this.cookies.set(host, jar);
    for (const line of lines) {
      const [pair, ...rest] = line.split(';');
      const at = pair.indexOf('=');
      const name = pair.slice(0, at).trim();
      const over = rest.some((r) => /^\s*max-age\s*=\s*-?0*$/i.test(r) || /^\s*max-age\s*=\s*-/i.test(r) ||
        (/^\s*expires\s*=/i.test(r) && Date.parse(r.slice(r.indexOf('=') + 1)) <= Date.now()));
      if (over) jar.delete(name); else jar.set(name, pair.slice(at + 1).trim());
    }
  }

  #once(method, url, body) {
    const to = new URL(url);
    if (to.protocol !== 'http:') return Promise.reject(new Error(`${url}: only http is spoken here`));
    const headers = { accept: 'text/html,application/json;q=0.9,*/*;q=0.8', ...this.headers };
    const cookie = this.#cookieHeader(to.hostname);
    if (cookie) headers.cookie = cookie;
    if (body !== undefined) {
      headers['content-type'] = 'application/x-www-form-urlencoded';
      headers['content-length'] = Buffer.byteLength(body);
    }
    this.requests++;
    return new Promise((resolve, reject) => {
      const request = http.request(to, { method, headers, agent: this.agent }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          this.#keep(to.hostname, answer.headers['set-cookie']);
          const page = { url: to.href, status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString('utf8') };
          this.trace?.(`${method} ${page.url.slice(0, 120)} -> ${page.status} ${page.headers.location?.slice(0, 120) ?? `${page.body.length} characters`}`);
          resolve(page);
        });
      });
      request.setTimeout(this.timeout, () => request.destroy(new Error(`${url}: no answer within ${this.timeout / 1000} s`)));
      request.on('error', reject);
      request.end(body);
    });
  }

  async #follow(method, url, body) {
    let page = await this.#once(method, url, body);
    for (let n = 0; page.status >= 300 && page.status < 400 && page.headers.location; n++) {
      if (n === 20) throw new Error(`${url}: more than 20 redirects`);
      const next = new URL(page.headers.location, page.url).href;
      if (page.status !== 307 && page.status !== 308) [method, body] = ['GET', undefined];
      page = await this.#once(method, next, body);
    }
    return page;
  }

  open(url) {
    return this.#follow('GET', url);
  }

  /** Sends a form of a page, with some fields filled in. */
  submit(form, filled = {}) {
    const query = new URLSearchParams({ ...form.fields, ...filled }).toString();
    if (form.method === 'POST') return this.#follow('POST', form.action, query);
    const to = new URL(form.action);
    to.search = query;
    return this.#follow('GET', to.href);
  }
}

/**
 * Goes on from a page until no form is left that a person at an identity provider would fill in: Genrep's page asks for `person`
 * (the first one offered, when `who` names none), others for a user name and password. Returns the last page; `seen` gets every
 * SAML form on the way, and stops the walk by returning true.
 */
export async function walk(browser, page, who, seen = () => false) {
  for (let n = 0; n < 10; n++) {
    const message = samlForm(page);
    if (message) {
      if (seen(message, page)) return page;
      page = await browser.submit(message);
      continue;
    }
    const form = forms(page).find((f) => 'person' in f.controls || Object.values(f.controls).includes('password'));
    if (!form) return page;
    if ('person' in form.controls) page = await browser.submit(form, { person: who.person ?? form.offers.person?.[0] ?? form.fields.person });
    else {
      const filled = {};
      for (const [name, type] of Object.entries(form.controls)) {
        if (type === 'password') filled[name] = who.password;
        else if (type === 'text') filled[name] = who.user;
      }
      page = await browser.submit(form, filled);
    }
  }
  throw new Error(`${page.url}: still asking after 10 pages`);
}
