import { render } from 'preact';
import { begin } from './acts.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) {
  render(<App />, root);
  void begin();
}
