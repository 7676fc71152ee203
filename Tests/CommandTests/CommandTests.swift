import Testing

struct CommandTests {}
