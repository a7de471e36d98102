/** `HOST:PORT`, an IPv6 address in brackets (RFC 5952, section 6). */
export function addressText(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
