/** The widest that lines get, in characters, however wide the terminal is: longer ones are hard to read. */
export const widest = 120;
