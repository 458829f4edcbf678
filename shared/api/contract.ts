/* The whole HTTP contract as zod schemas and their types. Clients import types only: zod stays out of
 * what browsers load. */
export * from './contract/answers.ts';
export * from './contract/requests.ts';
