import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cacheControl, HEADER_POLICY, PAGE_POLICY } from '../../scripts/site/headers.mjs';
import { fileList } from '../../scripts/site/list.mjs';
import { hashedName, hashNames, plainName } from '../../scripts/site/names.mjs';
import { attributes, refuseInline, tidy } from '../../scripts/site/page.mjs';
import { replaceProgram } from '../../scripts/site/program.mjs';
import { checkPrograms, integrity, secure } from '../../scripts/site/security.mjs';
import { joinStyles } from '../../scripts/site/styles.mjs';

function site(html, files) {
  return { html, files: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])) };
}

test('the policy lets nothing run or load but the own files, and no page may frame the diary', () => {
  for (const policy of [PAGE_POLICY, HEADER_POLICY]) {
    assert.match(policy, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  }
  assert.match(HEADER_POLICY, /frame-ancestors 'none'/);
  assert.doesNotMatch(PAGE_POLICY, /frame-ancestors/);
});

test('only a name with a content hash is kept for ever', () => {
  const cases = {
    '/boot-0123456789abcdef.js': 'public, max-age=31536000, immutable',
    '/boot.js': 'no-cache',
    '/': 'no-cache',
    '/history': 'no-cache',
    '/files.json': 'no-cache',
    '/x-0123456789abcdef': 'no-cache',
  };
  for (const [path, expected] of Object.entries(cases)) assert.equal(cacheControl(path), expected, path);
});

test("Trunk's own hash is taken off a name before ours is put on", () => {
  assert.equal(plainName('ldn-diary-8a1f2b3c4d5e6f70_bg.wasm'), 'ldn-diary_bg.wasm');
  assert.equal(plainName('ldn-diary-8a1f2b3c4d5e6f70.js'), 'ldn-diary.js');
  assert.equal(plainName('base-8a1f2b3c4d5e6f.css'), 'base.css');
  assert.equal(plainName('own-name.js'), 'own-name.js');
  // The first 16 digits of the SHA-256 of nothing.
  assert.equal(hashedName('a/boot.js', ''), 'a/boot-e3b0c44298fc1c14.js');
});

test('a change deep down renames everything that leads to it, and every mention follows', () => {
  const make = (leaf) => {
    const made = site('<script type="module" src="/boot.js"></script>', {
      'boot.js': 'import init from \'/app.js\';init({module_or_path:"/app_bg.wasm"});',
      'app.js':
        'import * as glue from \'./snippets/app-1/src/web/glue.js\';imports({"./snippets/app-1/src/web/glue.js": glue});',
      'snippets/app-1/src/web/glue.js': leaf,
      'app_bg.wasm': 'wasm',
    });
    hashNames(made);
    return made;
  };
  const [one, same, other] = [make('1'), make('1'), make('2')];
  assert.deepEqual([...one.files.keys()].sort(), [...same.files.keys()].sort());
  const name = (made, start) => [...made.files.keys()].find((path) => path.startsWith(start));
  for (const start of ['boot-', 'app-', 'snippets/app-1/src/web/glue-'])
    assert.notEqual(name(one, start), name(other, start), start);
  assert.equal(name(one, 'app_bg-'), name(other, 'app_bg-'));
  assert.ok(one.html.includes(`src="/${name(one, 'boot-')}"`));
  const boot = one.files.get(name(one, 'boot-')).toString();
  assert.ok(boot.includes(`'/${name(one, 'app-')}'`) && boot.includes(`"/${name(one, 'app_bg-')}"`), boot);
  const app = one.files.get(name(one, 'app-')).toString();
  assert.ok(app.includes(`from './${name(one, 'snippets/')}'`), app);
  // The WASM asks for its import by the name that it was linked with.
  assert.ok(app.includes('{"./snippets/app-1/src/web/glue.js": glue}'), app);
});

test('files that mention each other in a ring cannot be named, and that is said', () => {
  const ring = site('', { 'a.js': "import './b.js'", 'b.js': "import './a.js'" });
  assert.throws(() => hashNames(ring), /in a ring: a\.js, b\.js/);
});

test('the split program stands in place of the whole one, and the page starts it without an inline script', () => {
  const made = site(
    `<head><link rel="modulepreload" href="/ldn-diary-8a1f2b3c.js" integrity="x"><link rel="preload" href="/ldn-diary-8a1f2b3c_bg.wasm" as="fetch">
<script type="module">\nimport init from '/ldn-diary-8a1f2b3c.js';\n</script></head>`,
    { 'ldn-diary-8a1f2b3c.js': '', 'ldn-diary-8a1f2b3c_bg.wasm': '', 'snippets/a/b.js': '', 'start.js': '' },
  );
  replaceProgram(
    made,
    new Map([
      ['app.js', ''],
      ['app.wasm', ''],
    ]),
  );
  assert.deepEqual([...made.files.keys()].sort(), ['app.js', 'app.wasm', 'start.js']);
  assert.equal(
    made.html,
    '<head><link rel="preload" href="/app.wasm" as="fetch">\n<script type="module" src="/app.js"></script></head>',
  );
  assert.throws(() => replaceProgram(site('<head></head>', {}), new Map()), /does not start the program/);
});

test('the style sheets become two, in the order of the page, of which it names the first', async () => {
  const links = '<link rel="stylesheet" href="/d.css" data-later><link rel="stylesheet" href="/b.css">';
  const more =
    '<link rel="stylesheet" href="/a.css" media="print"><link rel="stylesheet" href="/c.css" media="print" data-later>';
  const made = site(links + more, {
    'a.css': 'a { color: red }',
    'b.css': 'b { color: lime }',
    'c.css': 'i { color: red }',
    'd.css': 'u { color: lime }',
  });
  await joinStyles(made);
  assert.equal(made.html, '<link rel="stylesheet" href="/style.css">');
  assert.deepEqual([...made.files.keys()].sort(), ['app-later.css', 'style.css']);
  assert.equal(made.files.get('style.css').toString().trim(), 'b{color:#0f0}@media print{a{color:red}}');
  assert.equal(made.files.get('app-later.css').toString().trim(), 'u{color:#0f0}@media print{i{color:red}}');
});

test('the page carries the policy before all else and the hash of each file that it names', () => {
  const made = site(
    '<head><meta charset="utf-8" /><link rel="stylesheet" href="/s.css" integrity="old"><link rel="preload" href="/p.wasm" integrity="old" as="fetch"><script type="module" src="/b.js"></script></head>',
    {
      's.css': 'x',
      'b.js': '',
    },
  );
  secure(made);
  assert.ok(
    made.html.startsWith(
      `<head><meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">`,
    ),
  );
  assert.ok(made.html.includes(`href="/s.css" integrity="${integrity('x')}"`));
  assert.ok(made.html.includes('<link rel="preload" href="/p.wasm" as="fetch">'), 'browsers warn of a hash there');
  // The SHA-384 of nothing, as in FIPS 180-4's test vectors.
  assert.ok(made.html.includes('integrity="sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"'));
});

test('each part of the program but the preloaded one is fetched with its hash, and a script that does otherwise is not shipped', () => {
  const script = 'init(fetch(\'/app.wasm\')); later(() => fetch("/app-pages.wasm"));';
  const files = { 'app.js': script, 'app.wasm': 'wasm', 'app-pages.wasm': 'pages' };
  const made = site('<link rel="preload" href="/app.wasm" as="fetch">', files);
  checkPrograms(made);
  const whole = "fetch('/app.wasm')";
  const once = (more) => `fetch('/app-pages.wasm', { integrity: '${integrity('pages')}'${more} })`;
  const part = `${once('')}.catch(() => ${once(", cache: 'reload'")})`;
  assert.equal(made.files.get('app.js').toString(), `init(${whole}); later(() => ${part});`);
  assert.throws(
    () => checkPrograms(site('', { ...files, 'app.js': "init(fetch('/app.wasm'))" })),
    /does not fetch app-pages\.wasm/,
  );
  assert.throws(() => checkPrograms(site('', { ...files, 'app-later.css': 'x' })), /does not fetch app-later\.css/);
  const styled = site('', { 'app.js': "style(fetch('/app-later.css'))", 'app-later.css': 'x' });
  checkPrograms(styled);
  assert.ok(styled.files.get('app.js').toString().includes(integrity('x')));
});

test('a file that is loaded later has its hash beside its name', () => {
  const html = '<meta name="ldn-echarts" content="/c.js" /><meta name="ldn-other" content="/s.wasm" />';
  const made = site(`<head><meta charset="utf-8" />${html}</head>`, { 'c.js': '', 's.wasm': 'wasm' });
  secure(made);
  for (const [name, path, content] of [
    ['ldn-echarts', 'c.js', ''],
    ['ldn-other', 's.wasm', 'wasm'],
  ]) {
    const expected = `<meta name="${name}" content="/${path}" data-integrity="${integrity(content)}">`;
    assert.ok(made.html.includes(expected), made.html);
  }
});

test('a page that names a missing file or breaks the policy is not built', () => {
  assert.throws(
    () => secure(site('<meta charset="utf-8"><link rel="stylesheet" href="/gone.css">', {})),
    /gone\.css, which is not in the site/,
  );
  const cases = ['<script>x</script>', '<style>x</style>', '<p style="color:red">', '<a onclick="x">'];
  for (const html of cases) assert.throws(() => refuseInline(html), /the content security policy blocks/, html);
  refuseInline('<script type="module" src="/b.js"></script><p class="style" data-on="x">');
});

test('attributes are read with and without values', () => {
  assert.deepEqual(attributes('<link rel="preload" as=fetch crossorigin href="/a.wasm" />').crossorigin, '');
  assert.deepEqual(attributes('<link rel="preload" crossorigin href="/a.wasm">'), {
    rel: 'preload',
    crossorigin: '',
    href: '/a.wasm',
  });
});

test('comments and empty lines are not shipped', () => {
  assert.equal(tidy('<a>\n  <!-- why\n -->\n\n  <b>'), '<a>\n  <b>');
});

test('the list names the build by the content of all files, whatever their order', () => {
  const a = ['a.js', Buffer.from('1')];
  const b = ['b.js', Buffer.from('2')];
  const list = JSON.parse(fileList(new Map([b, a])));
  assert.equal(fileList(new Map([a, b])), fileList(new Map([b, a])));
  assert.notEqual(JSON.parse(fileList(new Map([a]))).build, list.build);
  // SHA-256 of "1", from sha256sum.
  assert.deepEqual(list.files[0], {
    path: '/a.js',
    size: 1,
    sha256: '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b',
    app: true,
  });
  const picture = JSON.parse(
    fileList(
      new Map([
        ['screenshots/a.png', Buffer.from('1')],
        ['sw.js', Buffer.from('')],
      ]),
    ),
  );
  assert.deepEqual(
    picture.files.map(({ app }) => app),
    [undefined, true],
    'what the app needs is marked',
  );
});
