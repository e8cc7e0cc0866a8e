const soon: (then: () => void) => unknown = typeof setImmediate === 'function' ? setImmediate : (then) => setTimeout(then, 0);

/**
 * Calls `then` after a message that has arrived with the present one is read, and after an answer that is ready is written: in Node, the connection takes one turn of
 * the event loop for each, of this same kind. A timer would not do: after a long turn it is due before them.
 */
export const afterMessages = (then: () => void): void => void soon(() => soon(then));
