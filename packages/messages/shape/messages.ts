import type * as en from '../en/index.ts';

/**
 * What a language has to say: the rooms and keys of English, with any words. A language that lacks a key, or has one too many, does not
 * compile; neither does one that answers a number with a fixed sentence where English has a function of it.
 */
export type Messages = { readonly [Room in keyof typeof en]: Wide<(typeof en)[Room]> };

/** A text of people: plain, or made from what it is about. */
type Wide<T> = T extends string
  ? string
  : T extends (...about: infer About) => string
    ? (...about: About) => string
    : T extends readonly (infer Item)[]
      ? readonly Wide<Item>[]
      : { readonly [Key in keyof T]: Wide<T[Key]> };
