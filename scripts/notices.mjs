// npm run notices: writes ThirdPartyNotices.txt from what the last build put into the bundles.
import { writeFileSync } from 'node:fs';
import { readBundled } from './lib/bundled.mjs';
import { noticesFor } from './lib/notices.mjs';

writeFileSync('ThirdPartyNotices.txt', noticesFor(readBundled()));
