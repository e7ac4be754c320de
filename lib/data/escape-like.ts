/** Text that LIKE takes as it is, whatever it contains. */
export const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");
