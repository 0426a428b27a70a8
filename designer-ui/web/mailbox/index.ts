// The mailbox needs no code of its own; its folder carries its style.
export {};
