/** The bytes of base64 text. Not by fetching a `data:` address, which strict pages forbid. */
export function bytesOf(base64: string): Uint8Array {
  const platform = Uint8Array as typeof Uint8Array & { fromBase64?: (text: string) => Uint8Array };
  if (platform.fromBase64) return platform.fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
