/** What each byte is worth as a hex digit; anything else is above 15. */
const NO_DIGIT = 0x10;
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => {
  const value = parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? NO_DIGIT : value;
});

/** The uint32 that 8 hex digits at `start` write, or -1 where they are not all hex digits. */
export function hexBits(bytes: Uint8Array, start: number): number {
  let [bits, all] = [0, 0];
  for (let i = start; i < start + 8; i++) {
    const digit = DIGITS[bytes[i] ?? 0] ?? NO_DIGIT;
    bits = (bits << 4) | digit;
    all |= digit;
  }
  return all < NO_DIGIT ? bits >>> 0 : -1;
}
