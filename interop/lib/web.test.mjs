import test from 'node:test';
import assert from 'node:assert/strict';
import http from 'node:http';
import { Browser, decode, forms, walk } from './web.mjs';

const page = (body) => ({ url: 'http://localhost:1/a/b?c=d', status: 200, body });

test('reads every kind of control as a browser would send it', () => {
  const [form] = forms(page(`<form method=post action="../go?x=1&amp;y=2">
    <input type="hidden" name="state" value="a&quot;b&amp;c"/><input name='plain' value='&#229;&#xe4;'>
    <input type=checkbox name=off value=1><input type=checkbox name=on checked>
    <input type=radio name=r value=1><input type=radio name=r value=2 checked><input name=gone disabled value=x>
    <select name="s"><option value="1">one</option><option selected>two</option></select>
    <select name="first"><option value="v">one</option></select>
    <textarea name="t">x &lt; y</textarea><input type="submit" value="nameless">
    <button name="go" value="yes">Go</button><button name="go" value="no">Stop</button></form>`));
  assert.equal(form.method, 'POST');
  assert.equal(form.action, 'http://localhost:1/go?x=1&y=2');
  assert.deepEqual({ ...form.fields }, { state: 'a"b&c', plain: 'åä', on: 'on', r: '2', s: 'two', first: 'v', t: 'x < y', go: 'yes' });
  assert.equal(form.controls.off, 'checkbox');
  assert.deepEqual({ ...form.offers }, { r: ['1', '2'], s: ['1', 'two'], first: ['v'], go: ['yes', 'no'] });
});

test('keeps forms apart, passes over comments and scripts, and sends to the page itself when no action is given', () => {
  const found = forms(page('<!-- <form><input name=no></form> --><form><input name=one></form><script>"<form>"</script><form action=x><input name=two></form>'));
  assert.deepEqual(found.map((f) => Object.keys(f.fields)), [['one'], ['two']]);
  assert.equal(found[0].action, 'http://localhost:1/a/b?c=d');
  assert.equal(found[0].method, 'GET');
});

test('decodes references and leaves what is none', () => {
  assert.equal(decode('&lt;&#65;&#x42;&unknown;&#99999999;& '), '<AB&unknown;&#99999999;& ');
});

test('follows redirects with its headers, keeps cookies by host name and throws away those that are over', async () => {
  const seen = [];
  const server = http.createServer((q, a) => {
    seen.push(`${q.method} ${q.url} ${q.headers.cookie ?? '-'} ${q.headers['genrep-script']}`);
    if (q.url === '/1') a.writeHead(302, { location: '/2', 'set-cookie': ['a=1; Path=/', 'b=2; Max-Age=0'] });
    else if (q.url === '/2') a.writeHead(307, { location: '/3', 'set-cookie': 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT' });
    else a.writeHead(200);
    a.end('done');
  });
  await new Promise((r) => server.listen(0, '127.0.0.1', r));
  const at = `http://127.0.0.1:${server.address().port}`;
  const last = await new Browser({ headers: { 'genrep-script': '{}' } }).submit({ method: 'POST', action: `${at}/1`, fields: { x: 'y' } });
  server.close();
  assert.equal(last.body, 'done');
  assert.deepEqual(seen, ['POST /1 - {}', 'GET /2 a=1 {}', 'GET /3 - {}']);
});

test('fills in a person, carries the message on and ends where no form is left', async () => {
  const posts = [];
  const server = http.createServer(async (q, a) => {
    let body = '';
    for await (const part of q) body += part;
    posts.push(body);
    a.end(q.url === '/choose' ? '<form method=post action=/acs><input type=hidden name=SAMLResponse value=abc></form>' : q.url === '/acs' ? 'in'
      : '<form method=post action=/choose><input type=hidden name=state value=s><select name=person><option value=p1></select></form>');
  });
  await new Promise((r) => server.listen(0, '127.0.0.1', r));
  const browser = new Browser();
  const start = `http://127.0.0.1:${server.address().port}/`;
  const last = await walk(browser, await browser.open(start), { person: 'p2' });
  await walk(browser, await browser.open(start), {}, () => true);
  server.close();
  assert.equal(last.body, 'in');
  assert.deepEqual(posts, ['', 'state=s&person=p2', 'SAMLResponse=abc', '', 'state=s&person=p1']);
});
