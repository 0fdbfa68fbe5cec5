import { ErasedNotice } from '../../features/keeping/erased-notice.tsx';
import { Page } from '../../ui/page.tsx';

/** Where somebody is brought who had what they contributed erased: their link opens nothing any more. */
export function ErasedPage() {
  return (
    <Page>
      <ErasedNotice />
    </Page>
  );
}
