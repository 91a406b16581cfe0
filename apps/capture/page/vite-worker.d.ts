/** Where Vite puts a worker that it has built. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}

/** Where Vite puts a file that it has copied. */
declare module '*?url' {
  const address: string;
  export default address;
}
