/** The line on stdout that says that every worker accepts, pretty or as a JSON event (command line conventions). */
export const readyAddress = {
  pattern: /^(?:(?<name>\S+) listening on \[?(?<host>[^\]\s]+?)\]?:(?<port>\d+)|(?<json>\{.*"event":"listening".*\}))(?=\n)/m,

  of({ groups = {} }: RegExpExecArray): { readonly name: string; readonly host: string; readonly port: number } {
    if (groups['json'] === undefined) {
      return { name: groups['name'] ?? '', host: groups['host'] ?? '', port: Number(groups['port']) };
    }
    const { name, host, port } = JSON.parse(groups['json']) as Record<string, unknown>;
    return { name: String(name), host: String(host), port: Number(port) };
  },
};
