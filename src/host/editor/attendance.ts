import type { NetworkChoices } from '../network/networkChoices.js';
import type { HostServices } from '../ui/services.js';
import { followSibling } from './sibling.js';
import type { TableFile } from './tableFile.js';
import { followValues } from './values/followValues.js';
import { attachYardstick } from './yardstick/attachYardstick.js';

/** Finds what lies around a table that somebody looks at, be it as text: the network that it belongs to, the file beside it. */
export class Attendance {
  readonly #services: HostServices;
  readonly #networks: NetworkChoices;
  readonly #attended = new WeakSet<TableFile>();

  constructor(services: HostServices, networks: NetworkChoices) {
    this.#services = services;
    this.#networks = networks;
  }

  /** Once for each file, however often it is looked at. */
  attend(file: TableFile): void {
    if (this.#attended.has(file)) return;
    this.#attended.add(file);
    const around = [followSibling(file, this.#services), followValues(file, this.#services)];
    file.onDispose(() => around.forEach((part) => part.dispose()));
    void attachYardstick(file, this.#networks, this.#services);
  }
}
