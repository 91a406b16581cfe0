/** Where Vite puts a worker that it has built. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}
