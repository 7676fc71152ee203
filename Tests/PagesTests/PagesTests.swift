import Testing

struct PagesTests {}
