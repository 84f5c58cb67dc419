import { useState } from 'react';
import { isTyped, numberToType, type Agreement } from '../../shared/domain/outbox/agreement';
import { useSettings } from './settings';
import type { Consenting } from '../components/consent/consenting';

/** @param agreement what is shown; undefined if unknown. What was typed for another one doesn't count. */
export function useConsent(agreement: Agreement | undefined): Consenting {
  const settings = useSettings();
  const [typing, setTyping] = useState({ digest: '', text: '' });
  const typed = typing.digest === agreement?.digest ? typing.text : '';
  const number = agreement === undefined || settings === undefined ? null : numberToType(agreement, settings);
  const isComplete = settings !== undefined && (number === null || isTyped(number, typed));
  return {
    number,
    typed,
    type: (text) => setTyping({ digest: agreement?.digest ?? '', text }),
    consent:
      agreement === undefined || !isComplete
        ? null
        : { agreed: agreement, ...(number === null ? {} : { typedNumber: typed }) },
  };
}
