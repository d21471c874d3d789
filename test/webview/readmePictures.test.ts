import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';

/** What `npm run screenshots` takes for README where no other test leaves it. */
describe('a picture of README', () => {
  const vscode = useWorkbench({ size: { width: 1500, height: 900 } });

  it('shows two versions of a table, and how far the scales moved', async () => {
    const diff = await DiffView.compare(vscode(), 'detector/detector-trt7203.cache', 'detector/detector-trt8601.cache');
    await diff.button('toggle-charts').click();
    await diff.frame.locator('#charts').waitFor();
    await vscode().screenshot('readme-diff');
  });
});
