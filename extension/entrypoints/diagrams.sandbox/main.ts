import { answerRequests } from '../../sandbox/answer-requests.ts';

answerRequests();
