-- What a person has typed into a field of the application and not sent; nobody else's, and gone when it is sent.

create table unsent_words (
    person  uuid not null references person (id) on delete cascade,
    place   varchar(140) not null,
    words   varchar(4000) not null,
    kept_at timestamp with time zone not null,
    primary key (person, place)
);
create index unsent_words_kept on unsent_words (person, kept_at);
