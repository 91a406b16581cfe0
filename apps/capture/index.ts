/** What the customer sees: the pages and the routes behind them. */
export { type CaptureOptions, registerCapture } from './register-capture.ts';
