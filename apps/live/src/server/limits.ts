/** As many as a page can show and a laptop can bear; and how long a server may take to do what a lesson waits for, ms. */
export const limits = { servers: 5, clients: 500, patience: 15_000 } as const;
