/**
 * The network gate: runs in the page's own world before LINE's scripts, and holds every request that may make a broadcast
 * real. Composition only; docs/threat-model.md says what it is one layer of.
 */
import { gateBeacon } from './network-gate/gate-beacon.ts';
import { gateFetch } from './network-gate/gate-fetch.ts';
import { gateForms } from './network-gate/gate-form.ts';
import { GateLink } from './network-gate/gate-link.ts';
import { gateXhr } from './network-gate/gate-xhr.ts';

const link = new GateLink();
gateXhr(link);
gateFetch(link);
gateBeacon(link);
gateForms(link);
