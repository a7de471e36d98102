/** As many as a page can show and a laptop can bear. */
export const limits = { servers: 5, clients: 500 } as const;
