import { json, type Incoming, type Reply } from '../http';

export interface OAuthError {
  readonly status: number;
  readonly error: string;
  readonly description: string;
}

/** An error as Login with Amazon writes it (amazon-api §4). */
export const oauthError = (request: Incoming, { status, error, description }: OAuthError): Reply =>
  json(status, { error, error_description: description, request_id: request.requestId });
