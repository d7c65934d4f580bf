#!/usr/bin/env node
// Converts the CEL conformance suite (SimpleTestFile data) to JSON lines.
//
//   node convert.mjs --npm DIR        --out FILE [options]
//   node convert.mjs --textproto DIR  --out FILE [options]
//
// Input, one of:
//   --npm DIR        an unpacked @bufbuild/cel-spec package (its
//                    dist/esm/testdata/conformance.js is imported)
//   --textproto DIR  a folder of *.textproto files of the suite
// Options:
//   --out FILE          every case that needs no protobuf message (JSON lines)
//   --classes FILE      TSV: file, section, name, class, reason - every case
//   --new-than FILE     keep only cases that are not in this TSV, which was made
//                       by --classes from an older release
//   --skips FILE        JSON {"<implementation>": ["file/section/name[,name...]"]}
//                       of cases that an implementation is known to skip
//   --quiet
//
// The output format is described in engine/analysis/cel_case.h, whose reader `kijun eval --cases` uses.
// No dependency besides Node's own modules.

import { readFileSync, writeFileSync, readdirSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// ---------------------------------------------------------------- arguments
const OPTIONS = ['npm', 'textproto', 'out', 'classes', 'new-than', 'skips', 'quiet'];
const args = {};
for (let i = 2; i < process.argv.length; i++) {
  const a = process.argv[i];
  if (!a.startsWith('--')) fail(`unexpected argument ${a}`);
  const k = a.slice(2);
  if (!OPTIONS.includes(k)) fail(`unknown option ${a}`);
  if (k === 'quiet') args.quiet = true;
  else args[k] = process.argv[++i];
}
function fail(msg) {
  console.error(`convert: ${msg}`);
  process.exit(2);
}

// --------------------------------------------------- protobuf text format
// A reader for the subset of the text format that the suite uses. It yields
// the same shape as ProtoJSON, guided by the small schema below.

class TextReader {
  constructor(text, path) {
    this.s = text;
    this.p = 0;
    this.path = path;
  }
  err(msg) {
    const line = this.s.slice(0, this.p).split('\n').length;
    throw new Error(`${this.path}:${line}: ${msg}`);
  }
  ws() {
    for (;;) {
      const c = this.s[this.p];
      if (c === '#') {
        while (this.p < this.s.length && this.s[this.p] !== '\n') this.p++;
      } else if (c === ' ' || c === '\t' || c === '\n' || c === '\r') this.p++;
      else return;
    }
  }
  peek() {
    this.ws();
    return this.s[this.p];
  }
  take(c) {
    if (this.peek() === c) {
      this.p++;
      return true;
    }
    return false;
  }
  word() {
    this.ws();
    const m = /^[A-Za-z_][A-Za-z0-9_]*/.exec(this.s.slice(this.p, this.p + 200));
    if (!m) this.err('name expected');
    this.p += m[0].length;
    return m[0];
  }
  // a string token (adjacent ones joined) as a Buffer
  bytes() {
    const parts = [];
    while (this.peek() === '"' || this.s[this.p] === "'") parts.push(this.one());
    return Buffer.concat(parts);
  }
  one() {
    const q = this.s[this.p++];
    const out = [];
    const lit = (t) => out.push(Buffer.from(t, 'utf8'));
    for (;;) {
      if (this.p >= this.s.length) this.err('unterminated string');
      const c = this.s[this.p];
      if (c === q) {
        this.p++;
        return Buffer.concat(out);
      }
      if (c === '\n') this.err('line end in string');
      if (c !== '\\') {
        const cp = this.s.codePointAt(this.p);
        const ch = String.fromCodePoint(cp);
        lit(ch);
        this.p += ch.length;
        continue;
      }
      const rest = this.s.slice(this.p + 1, this.p + 12);
      let m;
      if ((m = /^[0-7]{1,3}/.exec(rest))) out.push(Buffer.from([parseInt(m[0], 8) & 255]));
      else if ((m = /^[xX]([0-9a-fA-F]{1,2})/.exec(rest))) out.push(Buffer.from([parseInt(m[1], 16)]));
      else if ((m = /^u([0-9a-fA-F]{4})/.exec(rest)) || (m = /^U([0-9a-fA-F]{8})/.exec(rest)))
        lit(String.fromCodePoint(parseInt(m[1], 16)));
      else if ((m = /^[abfnrtv\\?'"]/.exec(rest)))
        out.push(Buffer.from([{ a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 }[m[0]] ?? m[0].charCodeAt(0)]));
      else this.err(`bad escape \\${rest[0]}`);
      this.p += 1 + m[0].length;
    }
  }
  number() {
    this.ws();
    const m = /^-?\s*(?:0[xX][0-9a-fA-F]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|inf(?:inity)?|nan)[fF]?/i.exec(
      this.s.slice(this.p, this.p + 400),
    );
    if (!m) this.err('number expected');
    this.p += m[0].length;
    return m[0].replace(/\s/g, '');
  }
  // the body of a message up to its closing character (or the end of the file)
  message(type, close) {
    const schema = SCHEMA[type];
    const out = {};
    for (;;) {
      const c = this.peek();
      if (c === undefined) {
        if (close) this.err('unexpected end of file');
        return out;
      }
      if (close && c === close) {
        this.p++;
        return out;
      }
      if (c === ',' || c === ';') {
        this.p++;
        continue;
      }
      if (c === '[') {
        // an expanded Any, [type url] { ... }, or an extension field
        const end = this.s.indexOf(']', this.p);
        const url = this.s.slice(this.p + 1, end).trim();
        this.p = end + 1;
        this.take(':');
        if (url.includes('/') && (this.peek() === '{' || this.peek() === '<')) {
          Object.assign(out, this.any(url, this.s[this.p++] === '{' ? '}' : '>'));
        } else out[`[${url}]`] = this.values('raw'); // an extension field
        continue;
      }
      const name = this.word();
      const field = schema && schema[name];
      if (schema && !field) this.err(`unknown field ${name} in ${type}`);
      this.take(':');
      const json = field?.json ?? name.replace(/_([a-z0-9])/g, (_, x) => x.toUpperCase());
      const kind = field?.type ?? 'raw';
      const put = (v) => {
        if (field?.map) (out[json] ??= {})[v.key] = v.value;
        else if (field?.repeated) (out[json] ??= []).push(v);
        else if (!field && json in out) out[json] = [].concat(out[json], [v]);
        else out[json] = v;
      };
      for (const v of this.values(kind)) put(v);
    }
  }
  // one value, or a bracketed list of them
  values(kind) {
    if (!this.take('[')) return [this.value(kind)];
    const out = [];
    while (!this.take(']')) {
      out.push(this.value(kind));
      this.take(',');
    }
    return out;
  }
  any(url, close) {
    const raw = this.message(undefined, close);
    if (url.endsWith('/google.protobuf.Duration'))
      return { '@type': url, value: durationText(BigInt(raw.seconds ?? 0), Number(raw.nanos ?? 0)) };
    if (url.endsWith('/google.protobuf.Timestamp'))
      return { '@type': url, value: timestampText(BigInt(raw.seconds ?? 0), Number(raw.nanos ?? 0)) };
    return { '@type': url, ...raw };
  }
  value(kind) {
    const c = this.peek();
    if (c === '{' || c === '<') {
      this.p++;
      return this.message(kind === 'raw' ? undefined : kind, c === '{' ? '}' : '>');
    }
    if (c === '"' || c === "'") {
      const b = this.bytes();
      if (kind === 'bytes') return b.toString('base64');
      const t = b.toString('utf8');
      if (kind === 'string' && !Buffer.from(t, 'utf8').equals(b)) this.err('string is not UTF-8');
      return t;
    }
    if (kind === 'int') return BigInt(this.number()).toString();
    if (kind === 'double') {
      const t = this.number().replace(/([0-9.])f$/i, '$1');
      if (/^-?inf/i.test(t)) return t[0] === '-' ? '-Infinity' : 'Infinity';
      if (/^-?nan$/i.test(t)) return 'NaN';
      return Number(t);
    }
    if (kind === 'null') {
      if (/[0-9]/.test(c)) this.number();
      else this.word();
      return null;
    }
    if (/[-0-9.]/.test(c)) return this.number();
    const w = this.word();
    if (kind === 'bool' || kind === 'raw') {
      if (w === 'true') return true;
      if (w === 'false') return false;
    }
    return w;
  }
}

function durationText(sec, nanos) {
  const neg = sec < 0n || nanos < 0;
  const s = sec < 0n ? -sec : sec;
  const n = Math.abs(nanos);
  let frac = '';
  if (n) {
    frac = '.' + String(n).padStart(9, '0');
    if (frac.endsWith('000000')) frac = frac.slice(0, 4);
    else if (frac.endsWith('000')) frac = frac.slice(0, 7);
  }
  return `${neg ? '-' : ''}${s}${frac}s`;
}
function timestampText(sec, nanos) {
  const d = new Date(Number(sec) * 1000).toISOString().slice(0, 19);
  return d + (nanos ? '.' + String(nanos).padStart(9, '0') : '') + 'Z';
}

const f = (type, extra) => ({ type, ...extra });
const rep = (type, extra) => ({ type, repeated: true, ...extra });
const SCHEMA = {
  File: { name: f('string'), description: f('string'), section: rep('Section') },
  Section: { name: f('string'), description: f('string'), test: rep('Test') },
  Test: {
    name: f('string'),
    description: f('string'),
    expr: f('string'),
    disable_macros: f('bool'),
    disable_check: f('bool'),
    check_only: f('bool'),
    type_env: rep('Decl'),
    container: f('string'),
    locale: f('string'),
    bindings: f('Binding', { map: true }),
    value: f('Value'),
    typed_result: f('TypedResult'),
    eval_error: f('ErrorSet'),
    any_eval_errors: f('ErrorSetMatcher'),
    unknown: f('UnknownSet'),
    any_unknowns: f('UnknownSetMatcher'),
  },
  Binding: { key: f('string'), value: f('ExprValue') },
  ExprValue: { value: f('Value'), error: f('ErrorSet'), unknown: f('UnknownSet') },
  TypedResult: { result: f('Value'), deduced_type: f('Type') },
  ErrorSet: { errors: rep('Status') },
  ErrorSetMatcher: { errors: rep('ErrorSet') },
  UnknownSet: { exprs: rep('int') },
  UnknownSetMatcher: { unknowns: rep('UnknownSet') },
  Status: { code: f('raw'), message: f('string') },
  Value: {
    null_value: f('null'),
    bool_value: f('bool'),
    int64_value: f('int'),
    uint64_value: f('int'),
    double_value: f('double'),
    string_value: f('string'),
    bytes_value: f('bytes'),
    enum_value: f('EnumValue'),
    object_value: f('Any'),
    map_value: f('MapValue'),
    list_value: f('ListValue'),
    type_value: f('string'),
  },
  EnumValue: { type: f('string'), value: f('raw') },
  ListValue: { values: rep('Value') },
  MapValue: { entries: rep('Entry') },
  Entry: { key: f('Value'), value: f('Value') },
  Decl: { name: f('string'), ident: f('Ident'), function: f('Function') },
  Ident: { type: f('Type'), value: f('raw'), doc: f('string') },
  Function: { overloads: rep('Overload'), doc: f('string') },
  Overload: {
    overload_id: f('string'),
    params: rep('Type'),
    type_params: rep('string'),
    result_type: f('Type'),
    is_instance_function: f('bool'),
    doc: f('string'),
  },
  Type: {
    dyn: f('Empty'),
    null: f('null'),
    primitive: f('enum'),
    wrapper: f('enum'),
    well_known: f('enum'),
    list_type: f('ListType'),
    map_type: f('MapType'),
    function: f('FunctionType'),
    message_type: f('string'),
    type_param: f('string'),
    type: f('Type'),
    error: f('Empty'),
    abstract_type: f('AbstractType'),
  },
  Empty: {},
  ListType: { elem_type: f('Type') },
  MapType: { key_type: f('Type'), value_type: f('Type') },
  FunctionType: { result_type: f('Type'), arg_types: rep('Type') },
  AbstractType: { name: f('string'), parameter_types: rep('Type') },
};

function readTextprotos(dir) {
  const names = readdirSync(dir).filter((n) => n.endsWith('.textproto')).sort();
  if (!names.length) fail('no *.textproto files there');
  return names.map((n) => {
    const file = new TextReader(readFileSync(join(dir, n), 'utf8'), n).message('File');
    return {
      name: file.name,
      sections: (file.section ?? []).map((s) => ({
        name: s.name,
        tests: (s.test ?? []).map((t) => ({ original: t })),
      })),
    };
  });
}

async function readNpm(dir) {
  const path = join(resolve(dir), 'dist', 'esm', 'testdata', 'conformance.js');
  if (!existsSync(path)) fail('no dist/esm/testdata/conformance.js there');
  const { tests } = await import(pathToFileURL(path).href);
  return tests.suites.map((file) => ({
    name: file.name,
    sections: (file.suites ?? []).map((s) => ({ name: s.name, tests: s.tests ?? [] })),
  }));
}

// ------------------------------------------------------- values and types

function doubleText(v) {
  if (typeof v === 'string') return v;
  if (Object.is(v, -0)) return '-0';
  return String(v);
}

class NeedsProto extends Error {}

function typed(v) {
  const keys = Object.keys(v ?? {});
  if (keys.length !== 1) throw new Error(`value with fields ${keys}`);
  const x = v[keys[0]];
  switch (keys[0]) {
    case 'nullValue':
      return { null: true };
    case 'boolValue':
      return { bool: x };
    case 'int64Value':
      return { int: String(x) };
    case 'uint64Value':
      return { uint: String(x) };
    case 'doubleValue':
      return { double: doubleText(x) };
    case 'stringValue':
      return { string: x };
    case 'bytesValue':
      return { bytes: x };
    case 'typeValue':
      return { type: x };
    case 'listValue':
      return { list: (x.values ?? []).map(typed) };
    case 'mapValue':
      return { map: (x.entries ?? []).map((e) => [typed(e.key), typed(e.value)]) };
    case 'objectValue': {
      const t = x['@type'] ?? '';
      if (t.endsWith('/google.protobuf.Duration')) return { duration: x.value };
      if (t.endsWith('/google.protobuf.Timestamp')) return { timestamp: x.value };
      throw new NeedsProto(`message value ${t.split('/').pop()}`);
    }
    case 'enumValue':
      throw new NeedsProto(`enum value ${x.type ?? ''}`);
    default:
      throw new Error(`unknown value kind ${keys[0]}`);
  }
}

const PRIMITIVE = { BOOL: 'bool', INT64: 'int', UINT64: 'uint', DOUBLE: 'double', STRING: 'string', BYTES: 'bytes' };
const WELL_KNOWN = { ANY: 'any', TIMESTAMP: 'timestamp', DURATION: 'duration' };

function typeText(t) {
  const keys = Object.keys(t ?? {});
  if (keys.length !== 1) throw new Error(`type with fields ${keys}`);
  const x = t[keys[0]];
  switch (keys[0]) {
    case 'dyn':
      return 'dyn';
    case 'null':
      return 'null_type';
    case 'primitive':
      return PRIMITIVE[x] ?? bad(x);
    case 'wrapper':
      return `wrapper(${PRIMITIVE[x] ?? bad(x)})`;
    case 'wellKnown':
      if (x === 'ANY') throw new NeedsProto('type google.protobuf.Any');
      return WELL_KNOWN[x] ?? bad(x);
    case 'listType':
      return `list(${typeText(x.elemType)})`;
    case 'mapType':
      return `map(${typeText(x.keyType)}, ${typeText(x.valueType)})`;
    case 'messageType':
      if (x === 'google.protobuf.Timestamp') return 'timestamp';
      if (x === 'google.protobuf.Duration') return 'duration';
      throw new NeedsProto(`type ${x}`);
    case 'typeParam':
      return `$${x}`;
    case 'type':
      return Object.keys(x ?? {}).length ? `type(${typeText(x)})` : 'type';
    case 'abstractType':
      return x.parameterTypes?.length ? `${x.name}(${x.parameterTypes.map(typeText).join(', ')})` : x.name;
    default:
      throw new Error(`unknown type kind ${keys[0]}`);
  }
  function bad(n) {
    throw new Error(`unknown type name ${n}`);
  }
}

function declaration(d) {
  if (d.ident) return { name: d.name, type: typeText(d.ident.type) };
  return {
    name: d.name,
    overloads: d.function.overloads.map((o) => ({
      id: o.overloadId,
      receiver: !!o.isInstanceFunction,
      params: (o.params ?? []).map(typeText),
      result: typeText(o.resultType),
    })),
  };
}

// ------------------------------------------------------------ CEL tokens
// Enough of a lexer to look at names and punctuation outside of literals.

function celTokens(src) {
  const re =
    /\s+|\/\/[^\n]*|([rRbB]{0,2})("""|''')|([rRbB]{0,2})(["'])|`[^`\n]*`|[A-Za-z_][A-Za-z0-9_]*|0[xX][0-9a-fA-F]+[uU]?|(?:[0-9]*\.[0-9]+|[0-9]+)(?:[eE][+-]?[0-9]+)?[uU]?|&&|\|\||==|!=|<=|>=|[\s\S]/gy;
  const out = [];
  for (;;) {
    const m = re.exec(src);
    if (!m) break;
    const quote = m[2] ?? m[4];
    if (quote) {
      const prefix = (m[1] ?? m[3] ?? '').toLowerCase();
      const raw = prefix.includes('r');
      let p = re.lastIndex;
      while (p < src.length && !src.startsWith(quote, p)) p += !raw && src[p] === '\\' ? 2 : 1;
      re.lastIndex = p + quote.length;
      out.push({ k: prefix.includes('b') ? 'bytes' : 'string', t: src.slice(m.index, re.lastIndex), raw });
    } else if (/^\s|^\/\//.test(m[0])) continue;
    else if (m[0][0] === '`') out.push({ k: 'quoted', t: m[0] });
    else if (/^[A-Za-z_]/.test(m[0])) out.push({ k: 'ident', t: m[0] });
    else if (/^[0-9]|^\.[0-9]/.test(m[0]))
      out.push({ k: /[uU]$/.test(m[0]) ? 'uint' : /^0[xX]/.test(m[0]) ? 'int' : /[.eE]/.test(m[0]) ? 'double' : 'int', t: m[0] });
    else out.push({ k: 'op', t: m[0] });
    if (re.lastIndex >= src.length) break;
  }
  return out;
}

// why the expression needs protobuf descriptors, or null
function protoReason(tokens) {
  for (let i = 0; i < tokens.length; i++) {
    const { k, t } = tokens[i];
    if (k !== 'ident') continue;
    if (tokens[i + 1]?.t === '{' && t !== 'in') return `message literal ${t}{}`;
    if (/^TestAllTypes|^Nested(Enum|Message|TestAllTypes)$|^GlobalEnum$|^Proto2ExtensionScopedMessage$/.test(t))
      return `name ${t}`;
    if (t === 'google' && tokens[i + 2]?.t === 'protobuf') {
      const n = tokens[i + 4]?.t;
      if (n !== 'Timestamp' && n !== 'Duration') return `name google.protobuf.${n}`;
    }
    if (t === 'proto' && tokens[i + 1]?.t === '.' && /^(hasExt|getExt)$/.test(tokens[i + 2]?.t ?? '')) return 'protobuf extensions';
  }
  return null;
}

// features of the language that the expression uses, for filtering
function tags(tokens, o) {
  const s = new Set();
  const names = new Set(tokens.filter((x) => x.k === 'ident').map((x) => x.t));
  for (const x of tokens) {
    if (x.k === 'bytes') s.add('bytes');
    if (x.k === 'uint') s.add('uint');
    if (x.k === 'quoted') s.add('quoted_ident');
    if (x.raw) s.add('raw_literal');
    if (x.t === '{') s.add('map_literal');
    if (x.t === 'null') s.add('null');
    if (x.t === '?') s.add('question');
  }
  s.delete('question');
  for (let i = 0; i + 1 < tokens.length; i++)
    if (tokens[i + 1].t === '?' && ['.', '[', '{', ','].includes(tokens[i].t)) s.add('optional_syntax');
  const call = (n) => tokens.some((x, i) => x.t === n && tokens[i + 1]?.t === '(');
  if (names.has('optional') || call('optMap') || call('optFlatMap') || call('orValue')) s.add('optional');
  if (names.has('dyn')) s.add('dyn');
  if (call('type') || names.has('type')) s.add('type_value');
  if (names.has('timestamp')) s.add('timestamp');
  if (names.has('duration')) s.add('duration');
  if (call('matches')) s.add('regex');
  for (const n of ['has', 'all', 'exists', 'exists_one', 'existsOne', 'map', 'filter', 'transformList', 'transformMap', 'transformMapEntry'])
    if (call(n)) s.add(n === 'has' ? 'has' : 'comprehension');
  const txt = JSON.stringify(o.typeEnv ?? []);
  if (/"bytes"|BYTES/.test(txt)) s.add('bytes');
  if (/UINT64/.test(txt)) s.add('uint');
  return [...s].sort();
}

const EXTENSION = {
  bindings_ext: 'bindings',
  block_ext: 'block',
  encoders_ext: 'encoders',
  macros2: 'comprehensions2',
  math_ext: 'math',
  network_ext: 'network',
  optionals: 'optionals',
  proto2_ext: 'protos',
  string_ext: 'strings',
};

function convert(file, section, test) {
  const o = test.original;
  const tokens = celTokens(o.expr);
  const out = { file, section, name: o.name };
  if (o.description) out.description = o.description;
  out.class = file === 'type_deductions' ? 'checker' : EXTENSION[file] ? `ext:${EXTENSION[file]}` : 'core';
  const tg = tags(tokens, o);
  if (tg.length) out.tags = tg;
  out.expr = o.expr;
  if (o.container) out.container = o.container;
  if (o.locale) out.locale = o.locale;
  if (o.disableMacros) out.disable_macros = true;
  if (o.disableCheck) out.disable_check = true;
  if (o.checkOnly) out.check_only = true;
  const reason = protoReason(tokens);
  if (reason) throw new NeedsProto(reason);
  if (o.typeEnv?.length) out.type_env = o.typeEnv.map(declaration);
  if (o.bindings && Object.keys(o.bindings).length) {
    out.bindings = {};
    for (const [k, b] of Object.entries(o.bindings)) {
      if (b.value) out.bindings[k] = typed(b.value);
      else if (b.error) out.bindings[k] = { error: (b.error.errors ?? []).map((e) => e.message ?? '').join('; ') };
      else out.bindings[k] = { unknown: b.unknown?.exprs ?? [] };
    }
  }
  if (o.value) out.expect = { value: typed(o.value) };
  else if (o.typedResult) {
    out.expect = {};
    if (o.typedResult.result) out.expect.value = typed(o.typedResult.result);
    out.expect.type = typeText(o.typedResult.deducedType);
  } else if (o.evalError)
    out.expect = { error: true, message: (o.evalError.errors ?? []).map((e) => e.message ?? '').join('; ') };
  else if (o.anyEvalErrors)
    out.expect = { error: true, message: (o.anyEvalErrors.errors ?? []).flatMap((s) => s.errors ?? []).map((e) => e.message ?? '').join(' | ') };
  else if (o.unknown) out.expect = { unknown: (o.unknown.exprs ?? []).map(String) };
  else if (o.anyUnknowns) out.expect = { any_unknown: (o.anyUnknowns.unknowns ?? []).map((u) => (u.exprs ?? []).map(String)) };
  else out.expect = { value: { bool: true } };
  // The npm package also carries what a reference checker made of the case:
  // its deduced type, or its message. Only what is plainly about the standard
  // environment is taken over, and never against the suite's own expectation.
  if (test.type && !/[A-Za-z]\.[A-Za-z]/.test(test.type)) {
    const t = test.type.replace(/\bnull\b/g, 'null_type').replace(/optional\(/g, 'optional_type(');
    if (!out.expect.type || out.expect.type === t) out.checked_type = t;
  } else if (out.class === 'core' && o.disableCheck && /no matching overload|undeclared reference|does not support field|expected type/.test(test.error ?? ''))
    out.checker_rejects = true;
  return out;
}

// ------------------------------------------------------------------ main

if (!args.npm === !args.textproto) fail('give exactly one of --npm and --textproto');
const files = args.npm ? await readNpm(args.npm) : readTextprotos(args.textproto);
files.sort((a, b) => (a.name < b.name ? -1 : 1));

const skips = args.skips ? JSON.parse(readFileSync(args.skips, 'utf8')) : {};
function skippedBy(file, section, name) {
  const hit = [];
  for (const [impl, list] of Object.entries(skips)) {
    for (const entry of list) {
      const [f0, s0, n0] = entry.split('/');
      if (f0 !== file || (s0 && s0 !== section)) continue;
      if (n0 === undefined || n0.split(',').includes(name)) {
        hit.push(impl);
        break;
      }
    }
  }
  return hit;
}

let known = null;
if (args['new-than']) {
  known = new Set();
  for (const line of readFileSync(args['new-than'], 'utf8').split('\n').slice(1)) {
    const c = line.split('\t');
    if (c.length > 2) known.add(c.slice(0, 3).join('\0'));
  }
}

const rows = [];
const classes = [];
const seen = new Map();
for (const file of files)
  for (const section of file.sections)
    for (const test of section.tests) {
      const name = test.original.name;
      const key = [file.name, section.name, name].join('\0');
      if (known && known.has(key)) continue;
      const n = (seen.get(key) ?? 0) + 1;
      seen.set(key, n);
      let cls, why;
      try {
        const row = convert(file.name, section.name, test);
        if (n > 1) row.repeat = n;
        const by = skippedBy(file.name, section.name, name);
        if (by.length) row.skipped_by = by;
        rows.push(row);
        cls = row.class;
        why = '';
      } catch (e) {
        if (!(e instanceof NeedsProto)) throw new Error(`${key.replace(/\0/g, '/')}: ${e.message}`);
        cls = 'proto';
        why = e.message;
      }
      classes.push([file.name, section.name, name, cls, why]);
    }

const jsonl = (list) => list.map((r) => JSON.stringify(r) + '\n').join('');
if (args.out) writeFileSync(args.out, jsonl(rows));
if (args.classes)
  writeFileSync(args.classes, [['file', 'section', 'name', 'class', 'reason'], ...classes].map((r) => r.join('\t') + '\n').join(''));
if (!args.quiet) {
  const count = {};
  for (const [file, , , cls] of classes) {
    const c = (count[file] ??= { proto: 0, core: 0, ext: 0, checker: 0 });
    c[cls.startsWith('ext:') ? 'ext' : cls]++;
  }
  console.log('file\tproto\tcore\text\tchecker');
  const sum = { proto: 0, core: 0, ext: 0, checker: 0 };
  for (const [file, c] of Object.entries(count)) {
    console.log([file, c.proto, c.core, c.ext, c.checker].join('\t'));
    for (const k in sum) sum[k] += c[k];
  }
  console.log(['total', sum.proto, sum.core, sum.ext, sum.checker].join('\t'));
}
