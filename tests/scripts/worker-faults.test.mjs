// The service worker answers whatever became of its caches, its memory and the server.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { HEADERS, typesOf } from '../../scripts/site/headers.mjs';
import { version, World } from './support/worker-world.mjs';

const MEMORY = 'ldn-diary-worker';
const VERSION = 'ldn-diary-version-';
/** As the page asks for it: when it begins, when it was made, and which version of it that is. */
const REMINDER = '/reminders/2000.ics?start=20260310T200000&stamp=20260309T190000Z&sequence=5770000&rule=DAILY';

let versions;
before(async () => {
  versions = await Promise.all([1, 2, 3].map(version));
});

/** A browser in which the first version has been installed and has worked. */
async function installed(number = 1) {
  const world = new World();
  world.online = versions[number - 1];
  assert.ok(await world.install());
  await world.activate();
  assert.equal(await world.open(versions), number);
  await world.works(number);
  return world;
}

/** What can become of one kept file. */
const DAMAGE = {
  'a byte is another': (kept) => {
    const content = Buffer.from(kept.content);
    content[content.length >> 1] ^= 1;
    return { ...kept, content };
  },
  'it is cut': (kept) => ({ ...kept, content: kept.content.subarray(0, kept.content.length - 3) }),
  'it is empty': (kept) => ({ ...kept, content: Buffer.alloc(0) }),
  'it is another file': (_, held) => [...held.values()].at(-1),
  'it is gone': () => undefined,
};

/** A cache as it stands when an install was broken off. */
const justThePage = (files) => new Map([['/', { content: files.get('/'), headers: { 'content-type': 'text/html' } }]]);

function damage(held, path, how) {
  const bad = DAMAGE[how](held.get(path), held);
  if (bad) held.set(path, bad);
  else held.delete(path);
}

const mine = (world) => world.caches.held.get(VERSION + world.active.build);

for (const how of Object.keys(DAMAGE)) {
  test(`each kept file, when ${how}, is had anew from the server, and stands in the cache again`, async () => {
    const paths = [...mine(await installed()).keys()];
    assert.ok(paths.length > 5);
    for (const path of paths) {
      const world = await installed();
      damage(mine(world), path, how);
      assert.equal(await world.open(versions), 1, path);
      assert.equal(await (await world.get(path)).text(), versions[0].files.get(path).toString(), path);
      world.restart();
      await world.works(1);
      world.server = 'down';
      world.restart();
      assert.equal(await (await world.get(path)).text(), versions[0].files.get(path).toString(), `${path}, offline`);
    }
  });

  test(`without a server the older whole version opens when a file is wrong: ${how}`, async () => {
    const needed = ['/', ...[...versions[1].files.keys()].filter((path) => /app-[0-9a-f]|style/.test(path))];
    for (const path of needed) {
      const world = await installed();
      world.online = versions[1];
      await world.install();
      await world.activate();
      damage(mine(world), path, how);
      world.server = 'down';
      // What both versions have is taken from the other one.
      const shared = versions[0].files.get(path)?.equals(versions[1].files.get(path));
      assert.equal(await world.open(versions), shared ? 2 : 1, path);
    }
  });
}

/** What can be wrong around the right bytes. */
const WRAPPINGS = {
  'of another type': { headers: { 'content-type': 'text/plain' } },
  'of other letters': { headers: { 'content-type': 'text/html; charset=utf-16' } },
  'of no type': { headers: {} },
  'that forbids everything': { headers: { 'content-security-policy': "default-src 'none'" } },
  'that forbids programs': { headers: { 'content-security-policy': "script-src 'self'" } },
  'that is a download': { headers: { 'content-disposition': 'attachment' } },
  'that leads elsewhere': { headers: { refresh: '0; url=/elsewhere', link: '</x.js>; rel=preload' } },
  'that only some pages may have': { headers: { 'cross-origin-resource-policy': 'same-site', 'x-any': '1' } },
  'that is an error': { status: 500 },
  'that is in part': { status: 206 },
};

/** The headers that each file has, whatever it came with. */
function assertKnown(answer, path) {
  const { 'content-type': type, ...others } = Object.fromEntries(answer.headers);
  assert.equal(answer.status, 200, path);
  assert.equal(type, typesOf([path === '/' ? '.html' : path])[path === '/' ? 'html' : path.split('.').at(-1)], path);
  assert.deepEqual(others, Object.fromEntries(new Headers(HEADERS)), path);
}

for (const [how, wrapping] of Object.entries(WRAPPINGS)) {
  test(`what is handed out carries the headers that the build knows, and no others: the right bytes in a wrapping ${how}`, async () => {
    const fromCache = await installed();
    for (const [path, kept] of mine(fromCache)) mine(fromCache).set(path, { content: kept.content, ...wrapping });
    fromCache.server = 'down';
    fromCache.restart();
    // The right status, or the file does not count as had.
    const fromServer = new World();
    Object.assign(fromServer, { online: versions[0], adds: wrapping.headers ?? {} });
    assert.ok(await fromServer.install());
    await fromServer.activate();
    for (const world of [fromCache, fromServer]) {
      assert.equal(await world.open(versions), 1);
      assertKnown(await world.get('/', 'navigate'), '/');
      for (const path of mine(world).keys()) assertKnown(await world.get(path), path);
      assertKnown(await world.get(REMINDER), '/reminders/2000.ics');
    }
  });
}

test('who asks for what the server has is not answered from the device', async () => {
  const world = await installed();
  const [path] = [...versions[0].files.keys()].filter((name) => /app-[0-9a-f]/.test(name));
  const request = { url: `https://diary.example${path}`, method: 'GET', mode: 'cors', cache: 'reload' };
  assert.equal((await world.worker('fetch', { request })).answer, undefined);
});

test('a device that is full, silent or refusing opens the app from the server, and so it does when there is room again', async () => {
  for (const state of ['full', 'silent', 'refusing']) {
    const world = await installed();
    damage(mine(world), '/', 'it is gone');
    world.caches.state = state;
    for (const _ of [1, 2, 3]) assert.equal(await world.open(versions), 1, state);
    world.restart();
    assert.equal(await world.open(versions), 1, `${state}, another life`);
    world.caches.state = 'well';
    assert.equal(await world.open(versions), 1, `${state}, over`);
    await world.works(1);
    world.server = 'down';
    assert.equal(await world.open(versions), 1, `${state}, mended`);
  }
});

test('what could not be written down again is there as long as the worker lives', async () => {
  const world = await installed();
  for (const path of mine(world).keys()) damage(mine(world), path, 'it is cut');
  world.caches.state = 'full';
  assert.equal(await world.open(versions), 1);
  world.server = 'down';
  assert.equal(await world.open(versions), 1);
});

test('a memory that is missing, torn or from another time stands in nobody’s way', async () => {
  for (const text of [
    undefined,
    '',
    '{"works":"',
    'null',
    '7',
    '[]',
    '{"works":7,"tries":"x"}',
    '{"works":"f","tries":1e99}',
    '{"v":9}',
  ]) {
    for (const server of ['up', 'down']) {
      const world = await installed();
      const memory = world.caches.held.get(MEMORY);
      if (text === undefined) world.caches.held.delete(MEMORY);
      else memory.set('/', { content: Buffer.from(text) });
      world.server = server;
      world.restart();
      for (const _ of [1, 2, 3, 4, 5]) assert.equal(await world.open(versions), 1, `${text}, ${server}`);
      await world.works(1);
      assert.match(world.caches.held.get(MEMORY).get('/').content.toString(), new RegExp(versions[0].build));
    }
  }
});

test('an ordinary start writes nothing and asks the server for nothing', async () => {
  const world = await installed();
  world.restart();
  const before = JSON.stringify([...world.caches.held].map(([name, held]) => [name, [...held]]));
  world.caches.state = 'full';
  world.sent = 0;
  assert.equal(await world.open(versions), 1);
  await world.works(1);
  assert.equal(world.sent, 0);
  assert.equal(JSON.stringify([...world.caches.held].map(([name, held]) => [name, [...held]])), before);
});

test('what a worker says is kept was counted, and is mended when that is asked', async () => {
  const world = await installed();
  const { files, sound } = await world.ask('count');
  assert.equal(sound, files);
  mine(world).delete(versions[0].part);
  damage(mine(world), '/rescue.html', 'it is cut');
  assert.deepEqual(await world.ask('count'), { files, sound: files - 2 });
  world.server = 'down';
  assert.equal(await world.ask('keep all'), false);
  world.server = 'up';
  assert.equal(await world.ask('keep all'), true);
  world.caches.held.delete(VERSION + versions[0].build);
  world.caches.state = 'full';
  assert.equal(await world.ask('keep all'), false);
  world.caches.state = 'well';
  assert.equal(await world.ask('keep all'), true);
});

test('what few need is kept once it was used, or where there is a diary; and no version waits for it', async () => {
  const { seldom } = versions[0];
  const text = versions[0].files.get(seldom).toString();
  const had = async (world) => (await (await world.get(seldom))?.text()) === text;
  const world = await installed();
  assert.equal(mine(world).has(seldom), false, 'a first visit');
  world.server = 'down';
  assert.equal(await had(world), false);
  world.server = 'up';
  assert.ok(await had(world));
  await world.works(1);
  world.server = 'down';
  world.restart();
  assert.ok(await had(world), 'it was used');
  const other = await installed();
  await other.works(1, true);
  other.server = 'down';
  assert.ok(await had(other), 'there is a diary');
  damage(mine(other), seldom, 'a byte is another');
  other.restart();
  assert.equal(await had(other), false, 'what is bad is not handed out');
  other.server = 'up';
  assert.ok(await had(other));
  const files = new Map(versions[1].files);
  files.delete(versions[1].seldom);
  other.online = { ...versions[1], files };
  assert.ok(await other.install(), 'the next version, of which that can not be had');
});

test('a version is kept whole or not at all, and takes over what an older one has', async () => {
  const world = await installed();
  world.online = { ...versions[1], files: new Map(versions[1].files).set(versions[1].part, Buffer.from('half')) };
  assert.equal(await world.install(), false);
  assert.deepEqual([...world.caches.held.keys()].sort(), [VERSION + versions[0].build, MEMORY].sort());
  world.online = versions[1];
  world.sent = 0;
  assert.ok(await world.install());
  const shared = [...versions[1].files].filter(([path, content]) => versions[0].files.get(path)?.equals(content));
  assert.ok(shared.length >= 2);
  assert.ok(world.sent <= versions[1].files.size - shared.length, 'what is there does not travel again');
});

test('a bad file of an older version is not taken over', async () => {
  const world = await installed();
  for (const path of mine(world).keys()) damage(mine(world), path, 'a byte is another');
  world.online = versions[1];
  assert.ok(await world.install());
  await world.activate();
  world.server = 'down';
  assert.equal(await world.open(versions), 2);
});

test('an install that was broken off goes on where it was', async () => {
  const world = await installed();
  world.caches.held.set(VERSION + versions[1].build, justThePage(versions[1].files));
  world.online = versions[1];
  assert.ok(await world.install());
  await world.activate();
  world.server = 'down';
  assert.equal(await world.open(versions), 2);
});

test('a reminder is made without the server, of what the page says of it and of nothing else', async () => {
  const world = await installed();
  world.server = 'down';
  const answer = await world.get(REMINDER);
  const text = await answer.text();
  for (const line of ['DTSTART:20260310T200000', 'DTSTAMP:20260309T190000Z', 'SEQUENCE:5770000', 'RRULE:FREQ=DAILY'])
    assert.ok(text.includes(`\r\n${line}\r\n`), text);
  assert.match(answer.headers.get('content-type'), /text\/calendar/);
  for (const query of ['', '?start=20260310T200000&stamp=20260309T190000Z', `${REMINDER.slice(19)}%0D%0AX:1`])
    assert.equal(await world.get(`/reminders/2000.ics${query}`), undefined, query);
});

const MEMORIES = ['', '{"wor', 'null', '{"works":"x","tries":99}', '{"works":{},"tries":-1}'];

/** Numbers from a seed, below `end`. */
function random(seed) {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

/** One browser's life: twelve things happen to it, and after each the app opens where it can be had. */
async function life(seed) {
  const below = random(seed);
  const one = (list) => list[below(list.length)];
  const world = await installed();
  const { held } = world.caches;
  const STEPS = {
    async damage() {
      const some = held.get(one([...held.keys()].filter((name) => name.startsWith(VERSION))));
      if (some?.size) damage(some, one([...some.keys()]), one(Object.keys(DAMAGE)));
    },
    async lose() {
      held.delete(one([...held.keys()]));
    },
    async forget() {
      held.set(MEMORY, new Map([['/', { content: Buffer.from(one(MEMORIES)) }]]));
    },
    async device() {
      world.caches.state = one(['well', 'well', 'full']);
    },
    async server() {
      world.server = one(['up', 'up', 'down']);
    },
    async restart() {
      world.restart();
    },
    async release() {
      world.online = one(versions);
      await world.install();
    },
    async activate() {
      await world.activate();
    },
    async breakOff() {
      const { build, files } = one(versions);
      if (build !== world.active.build) held.set(VERSION + build, justThePage(files));
    },
  };
  const done = [];
  for (let step = 0; step < 12; step += 1) {
    const name = one(Object.keys(STEPS));
    done.push(name);
    await STEPS[name]();
    const possible = world.server === 'up' || versions.some((one) => world.isWhole(one));
    const shown = await world.open(versions);
    if (possible) assert.ok(shown, `seed ${seed}: ${done.join(', ')} (${world.server}, ${world.caches.state})`);
    if (shown && below(2)) await world.works(shown);
  }
}

test('a page of another version that is not as it should be is not opened', async () => {
  for (const how of ['a byte is another', 'it is cut', 'it is empty', 'it is another file']) {
    const world = await installed();
    world.online = versions[1];
    await world.install();
    world.online = versions[2];
    damage(world.caches.held.get(VERSION + versions[1].build), '/', how);
    world.caches.held.delete(VERSION + versions[0].build);
    world.caches.state = 'full';
    assert.equal(await world.open(versions), 3, how);
  }
});

/** How many lives; more of them where a rare fault is looked for. */
const LIVES = Number(process.env.LIVES ?? 200);

test('whatever happens, in whatever order, the app opens where any whole version can be had', async () => {
  for (let first = 1; first <= LIVES; first += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, more) => life(first + more)));
  }
});
