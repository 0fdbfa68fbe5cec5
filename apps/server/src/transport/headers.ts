import type { RequestHandler } from 'express';
import helmet from 'helmet';

const NOBODY = "'none'";
const SELF = "'self'";

/** What pages of ours may use; everything a browser offers beyond that is switched off where it can be. */
const PERMISSIONS = [
  ...['camera', 'microphone', 'display-capture', 'speaker-selection'],
  ...['fullscreen', 'picture-in-picture', 'screen-wake-lock'],
].map((feature) => `${feature}=(self)`);
const FORBIDDEN = [
  ...['accelerometer', 'browsing-topics', 'geolocation', 'gyroscope', 'hid', 'idle-detection'],
  ...['local-fonts', 'magnetometer', 'midi', 'otp-credentials', 'payment', 'publickey-credentials-get', 'serial'],
  ...['storage-access', 'usb', 'window-management', 'xr-spatial-tracking'],
].map((feature) => `${feature}=()`);
const PERMISSIONS_POLICY = [...PERMISSIONS, ...FORBIDDEN].join(', ');

/** Strict headers for every response. Rules about TLS are given only where the public address has it. */
export function secureHeaders(publicUrl: string): RequestHandler[] {
  const { protocol, host } = new URL(publicUrl);
  const isSecure = protocol === 'https:';
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [NOBODY],
        scriptSrc: [SELF],
        styleSrc: [SELF],
        imgSrc: [SELF, 'blob:'],
        fontSrc: [SELF],
        // Some browsers do not count the socket of the same origin as 'self'.
        connectSrc: [SELF, `${isSecure ? 'wss' : 'ws'}://${host}`],
        mediaSrc: [SELF, 'blob:'],
        workerSrc: [SELF],
        manifestSrc: [SELF],
        formAction: [SELF],
        frameSrc: [NOBODY],
        frameAncestors: [NOBODY],
        baseUri: [NOBODY],
        objectSrc: [NOBODY],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    strictTransportSecurity: isSecure && { maxAge: 365 * 24 * 3_600, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const permissions: RequestHandler = (_request, response, next) => {
    response.setHeader('Permissions-Policy', PERMISSIONS_POLICY);
    next();
  };
  return [policy, permissions];
}
