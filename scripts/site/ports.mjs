// What a WASM file imports and exports, by name: read, and given shorter names. No tool does the second: the long names
// that wasm-bindgen makes unique by a hash do not compress, and there are hundreds of them.

const IMPORTS = 2;
const EXPORTS = 7;
const HEADER = 8;

/** Reads and writes the numbers of the format: seven bits a byte, the lowest first. */
export function numberAt(bytes, place) {
  let value = 0;
  for (let shift = 0; ; shift += 7, place += 1) {
    value += (bytes[place] & 127) * 2 ** shift;
    if (bytes[place] < 128) return [value, place + 1];
  }
}

export function numberBytes(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

export function textBytes(text) {
  return Buffer.concat([numberBytes(Buffer.byteLength(text)), Buffer.from(text)]);
}

export function textAt(bytes, place) {
  const [length, start] = numberAt(bytes, place);
  return [bytes.toString('utf8', start, start + length), start + length];
}

/** Where the type of an import ends that begins at `place` with its kind. */
function afterType(bytes, place) {
  const kind = bytes[place];
  const limits = (at) => {
    const [, first] = numberAt(bytes, at + 1);
    return bytes[at] & 1 ? numberAt(bytes, first)[1] : first;
  };
  switch (kind) {
    case 0:
      return numberAt(bytes, place + 1)[1];
    case 1:
      return limits(place + 2);
    case 2:
      return limits(place + 1);
    case 3:
      return place + 3;
    case 4:
      return numberAt(bytes, place + 2)[1];
    default:
      throw new Error(`an import of kind ${kind} is not known here`);
  }
}

/** The imports in the body of their section: where from, the name, and the bytes of kind and type. */
export function* importsIn(body) {
  let [count, place] = numberAt(body, 0);
  for (; count > 0; count -= 1) {
    const [module, afterModule] = textAt(body, place);
    const [name, start] = textAt(body, afterModule);
    place = afterType(body, start);
    yield { module, name, type: body.subarray(start, place) };
  }
}

function renamedImports(body, rename) {
  const all = [...importsIn(body)];
  const parts = all.flatMap(({ module, name, type }) => [textBytes(rename(module)), textBytes(rename(name)), type]);
  return Buffer.concat([numberBytes(all.length), ...parts]);
}

function renamedExports(body, rename) {
  let [count, place] = numberAt(body, 0);
  const parts = [numberBytes(count)];
  for (; count > 0; count -= 1) {
    const [name, start] = textAt(body, place);
    place = numberAt(body, start + 1)[1];
    parts.push(textBytes(rename(name)), body.subarray(start, place));
  }
  return Buffer.concat(parts);
}

/** The WASM with other names: `names` gives the new one for an old one; who is not in it keeps theirs. */
export function renamePorts(wasm, names) {
  const rename = (name) => (Object.hasOwn(names, name) ? names[name] : name);
  const parts = [wasm.subarray(0, HEADER)];
  for (let place = HEADER; place < wasm.length; ) {
    const id = wasm[place];
    const [length, start] = numberAt(wasm, place + 1);
    place = start + length;
    let body = wasm.subarray(start, place);
    if (id === IMPORTS) body = renamedImports(body, rename);
    if (id === EXPORTS) body = renamedExports(body, rename);
    parts.push(Buffer.from([id]), numberBytes(body.length), body);
  }
  return Buffer.concat(parts);
}

/** The names that a WASM file imports and exports. */
export function ports(wasm) {
  const module = new WebAssembly.Module(wasm);
  return {
    imports: WebAssembly.Module.imports(module).map(({ name }) => name),
    exports: WebAssembly.Module.exports(module).map(({ name }) => name),
  };
}
