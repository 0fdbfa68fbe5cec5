import { stringify } from 'yaml';

export interface ServerConfig {
  port: number;
  udpPort: number;
  /** The address media is offered at; with `127.0.0.1` everything stays inside this machine. */
  nodeIp: string;
  apiKey: string;
  apiSecret: string;
  webhookUrl?: string | undefined;
}

/** Rooms are opened and deleted by Werkraum; LiveKit must not close one in a quiet hour of a long session. */
const LONGER_THAN_A_SESSION_S = 24 * 60 * 60;
/** An entry must stand here, or browsers are told to ask public STUN servers; nobody answers at this one. */
const DEAD_STUN_SERVER = '127.0.0.1:3478';

/**
 * When several people come into a room at once, each of them needs a whole picture of each other one, and LiveKit asks a
 * camera for one no more often than this. Browsers themselves answer every 300 ms; LiveKit's own half a second to a
 * second would leave the later ones waiting.
 */
const WHOLE_PICTURE_EVERY = '300ms';

/** LiveKit's settings as YAML. An unknown key keeps LiveKit from starting: every key here is one of the pinned version. */
export function serverConfig(config: ServerConfig): string {
  const loopback = config.nodeIp === '127.0.0.1';
  return stringify({
    port: config.port,
    bind_addresses: ['127.0.0.1'],
    logging: { level: 'warn' },
    rtc: {
      udp_port: config.udpPort,
      tcp_port: 0,
      node_ip: config.nodeIp,
      use_external_ip: false,
      stun_servers: [DEAD_STUN_SERVER],
      pli_throttle: {
        low_quality: WHOLE_PICTURE_EVERY,
        mid_quality: WHOLE_PICTURE_EVERY,
        high_quality: WHOLE_PICTURE_EVERY,
      },
      // Without these two the server listens everywhere but on the loopback address it offers.
      ...(loopback ? { enable_loopback_candidate: true, interfaces: { includes: ['lo', 'lo0'] } } : {}),
    },
    room: {
      auto_create: false,
      empty_timeout: LONGER_THAN_A_SESSION_S,
      departure_timeout: LONGER_THAN_A_SESSION_S,
    },
    keys: { [config.apiKey]: config.apiSecret },
    ...(config.webhookUrl === undefined ? {} : { webhook: { api_key: config.apiKey, urls: [config.webhookUrl] } }),
  });
}
