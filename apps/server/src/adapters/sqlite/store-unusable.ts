/** The file cannot be used at all; the message is one line for whoever starts the server. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable';
}
