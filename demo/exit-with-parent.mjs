// Loaded into every process that the supervisor starts: when the supervisor is gone, even by kill -9,
// the channel to it closes, and its children stop in order instead of holding their ports for ever.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
