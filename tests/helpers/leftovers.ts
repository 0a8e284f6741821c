/** What has to be ended once a file's tests are over: the next file runs in the same process. */
export const leftovers = new Set<() => void>();
