// One row of the table in shipped.c: the file that `SHIPPED` names, seen from here.
{
    &SHIPPED[sizeof "../.."], // without the way to the root of the project
    (const unsigned char[]){
#embed SHIPPED
    },
    sizeof(const unsigned char[]){
#embed SHIPPED
    },
},
#undef SHIPPED
