/**
 * A quick scanner of JSON in its usual shape, for files of many members: jsonc-parser takes several times as long as
 * `JSON.parse`, which tells no places. It reads nothing that is doubtful; jsonc-parser, which mends and reports, does.
 */

/** What is told of a text: offsets into it, and lines from 0. As jsonc-parser's visitor is told. */
export interface StrictEvents {
  onObjectBegin(offset: number): void;
  onObjectEnd(offset: number, length: number): void;
  /** @param name what stands between the quotes where it is plain ASCII; null otherwise */
  onObjectProperty(name: string | null, offset: number, length: number, line: number): void;
  onLiteralValue(value: unknown, offset: number, length: number): void;
}

const [SPACE, TAB, LINE_FEED, CARRIAGE_RETURN] = [0x20, 0x09, 0x0a, 0x0d];
const [OPEN, CLOSE, COLON, COMMA, QUOTE, BACKSLASH] = [0x7b, 0x7d, 0x3a, 0x2c, 0x22, 0x5c];
const [MINUS, PLUS, DOT, ZERO, NINE, CAPITAL_E, SMALL_E] = [0x2d, 0x2b, 0x2e, 0x30, 0x39, 0x45, 0x65];

const WORDS: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];

/** Objects in the outermost one hold values, no further objects. */
const MAX_DEPTH = 2;

/**
 * Scans a text that is one object whose members are values or objects of values.
 * @returns whether it is nothing else; false leaves what was told until then without meaning. Lists, escapes, deeper
 * objects and all that strict JSON does not have (comments, a comma too many, `NaN`) are something else.
 */
export function scanStrict(text: string, events: StrictEvents): boolean {
  return new Scanner(text, events).scan();
}

class Scanner {
  readonly #text: string;
  readonly #events: StrictEvents;
  #at = 0;
  #line = 0;
  /** Whether the last string was ASCII. */
  #isAscii = true;

  constructor(text: string, events: StrictEvents) {
    this.#text = text;
    this.#events = events;
  }

  scan(): boolean {
    // NaN is the character behind the last one.
    return this.#space() === OPEN && this.#object(1) && Number.isNaN(this.#space());
  }

  #object(depth: number): boolean {
    this.#events.onObjectBegin(this.#at++);
    let next = this.#space();
    while (next === QUOTE) {
      if (!this.#member(depth)) return false;
      next = this.#space();
      if (next !== COMMA) break;
      this.#at++;
      next = this.#space();
      if (next !== QUOTE) return false;
    }
    if (next !== CLOSE) return false;
    this.#events.onObjectEnd(this.#at++, 1);
    return true;
  }

  #member(depth: number): boolean {
    const start = this.#at;
    const line = this.#line;
    if (!this.#string()) return false;
    const name = this.#isAscii ? this.#text.slice(start + 1, this.#at - 1) : null;
    this.#events.onObjectProperty(name, start, this.#at - start, line);
    if (this.#space() !== COLON) return false;
    this.#at++;
    return this.#value(this.#space(), depth);
  }

  #value(first: number, depth: number): boolean {
    if (first === OPEN) return depth < MAX_DEPTH && this.#object(depth + 1);
    const start = this.#at;
    if (first === QUOTE) return this.#string() && this.#tell(this.#text.slice(start + 1, this.#at - 1), start);
    if (first === MINUS || isDigit(first)) return this.#number() && this.#tell(this.#numberFrom(start), start);
    const word = WORDS.find(([letters]) => this.#text.startsWith(letters, start));
    if (!word) return false;
    this.#at += word[0].length;
    return this.#tell(word[1], start);
  }

  /** Tells of a value that ends here; false where something clings to it. */
  #tell(value: unknown, start: number): boolean {
    this.#events.onLiteralValue(value, start, this.#at - start);
    const next = this.#text.charCodeAt(this.#at);
    return next === COMMA || next === CLOSE || isSpace(next);
  }

  /** Passes over white space; the character that follows. */
  #space(): number {
    const text = this.#text;
    let at = this.#at;
    let char = text.charCodeAt(at);
    while (isSpace(char)) {
      const before = char;
      char = text.charCodeAt(++at);
      if (before === LINE_FEED || (before === CARRIAGE_RETURN && char !== LINE_FEED)) this.#line++;
    }
    this.#at = at;
    return char;
  }

  /** Passes over a string; false where it has an escape or a control character, or no end. */
  #string(): boolean {
    const text = this.#text;
    let at = this.#at + 1;
    let all = 0;
    let char = text.charCodeAt(at);
    while (char >= SPACE && char !== QUOTE && char !== BACKSLASH) {
      all |= char;
      char = text.charCodeAt(++at);
    }
    this.#at = at + 1;
    this.#isAscii = all < 0x80;
    return char === QUOTE;
  }

  /** Passes over a number; false where strict JSON has none like it. */
  #number(): boolean {
    const text = this.#text;
    let at = this.#at;
    if (text.charCodeAt(at) === MINUS) at++;
    const whole = at;
    at = afterDigits(text, at);
    if (at === whole || (at > whole + 1 && text.charCodeAt(whole) === ZERO)) return false;
    if (text.charCodeAt(at) === DOT) {
      const fraction = ++at;
      at = afterDigits(text, at);
      if (at === fraction) return false;
    }
    if (text.charCodeAt(at) === SMALL_E || text.charCodeAt(at) === CAPITAL_E) {
      const sign = text.charCodeAt(++at);
      if (sign === PLUS || sign === MINUS) at++;
      const exponent = at;
      at = afterDigits(text, at);
      if (at === exponent) return false;
    }
    this.#at = at;
    return true;
  }

  #numberFrom(start: number): number {
    // Most fields of most tables are the single digit 0.
    return this.#at === start + 1 ? this.#text.charCodeAt(start) - ZERO : Number(this.#text.slice(start, this.#at));
  }
}

function afterDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(char: number): boolean {
  return char >= ZERO && char <= NINE;
}

function isSpace(char: number): boolean {
  return char === SPACE || char === LINE_FEED || char === CARRIAGE_RETURN || char === TAB;
}
