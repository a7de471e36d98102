/** `ADDRESS:PORT`, an IPv6 address in brackets (RFC 5952, section 6). */
export function addressText(address: string, isIPv6: boolean, port: number): string {
  return `${isIPv6 ? `[${address}]` : address}:${port}`;
}
