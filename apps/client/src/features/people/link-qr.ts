import { later } from '../../ui/later.tsx';

/** The picture of a link. Drawing it takes more code than the rest of the panel, and few links are ever shown. */
export const LinkQrCode = later(() => import('../../ui/qr-code.tsx').then((part) => part.QrCode));
